import { badFile } from '../bad-file.ts';
import { headText } from '../head.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { elementFinder, type FoundElement, type XmlElement } from '../xml/element-finder.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';
import { xmlStream, type XmlStream } from '../xml/xml-stream.ts';

/** The lists of GeoReport v2 as XML, by the name of their elements. */
const lists = { request: 'service_requests', service: 'services' } as const;
export type Open311Thing = keyof typeof lists;

/** Far above what a request with its notes has. */
const maxElements = 20_000;

/** What people wrote, who and where they are: not read. */
const unread = new Set([
  'description',
  'status_notes',
  'service_notice',
  'address',
  'address_id',
  'zipcode',
  'lat',
  'long',
  'media_url',
  'email',
  'phone',
  'first_name',
  'last_name',
  'account_id',
  'device_id',
  'summary',
]);

/** Whether an answer or a file is XML, by its first bytes. */
export function isXml(head: Uint8Array): boolean {
  return headText(head.subarray(0, 64)).startsWith('<');
}

/** One thing of a list, in the shape that JSON gives it; `null`: it is longer than any may be. */
export type TakeThing = (thing: Readonly<Record<string, unknown>> | null, line: number) => void;

/** @throws FlagtowerError `BAD_FILE` at the end where there was no such list, and for what is not well-formed */
export function open311Xml(of: Open311Thing, limits: Pick<Limits, 'depth' | 'textBytes'>, take: TakeThing): XmlStream {
  let isList = false;
  const finder = elementFinder({
    isWanted: ({ local }) => {
      isList ||= local === lists[of];
      return isList && local === of;
    },
    isSkipped: ({ local }) => unread.has(local),
    found: (element) => take(element.tooLarge ? null : thingOf(element), element.line),
    maxElements,
    maxText: limits.textBytes,
  });
  const xml = xmlStream(finder, limits);
  return {
    write: xml.write,
    end: () => {
      xml.end();
      if (!isList) throw badFile(`Holds no list of ${of}s`, 'line 1', 'Is this Open311 GeoReport v2 as XML?');
    },
  };
}

/**
 * All things of a list that is there as a whole.
 * @throws FlagtowerError `BAD_FILE` as `open311Xml`
 */
export function open311XmlThings(of: Open311Thing, bytes: Uint8Array): (Readonly<Record<string, unknown>> | null)[] {
  const things: (Readonly<Record<string, unknown>> | null)[] = [];
  const xml = open311Xml(of, defaultLimits, (thing) => things.push(thing));
  xml.write(bytes);
  xml.end();
  return things;
}

function thingOf(element: FoundElement): Record<string, unknown> {
  const [attributes] = partsAt(element, 'extended_attributes');
  return {
    ...textsOf(element),
    ...(attributes === undefined ? {} : { extended_attributes: textsOf(attributes) }),
    notes: [...partsAt(element, 'notes', 'note'), ...partsAt(element, 'note')].map((note) => ({
      datetime: textAt(note, 'datetime'),
      type: textAt(note, 'type'),
      ...(partsAt(note, 'extended_attributes').length === 0
        ? {}
        : { extended_attributes: textsOf(partsAt(note, 'extended_attributes')[0] ?? note) }),
    })),
  };
}

/** Texts of the children that hold nothing but text. */
function textsOf(element: XmlElement): Record<string, string> {
  const leaves = element.children.filter(({ children }) => children.length === 0);
  return Object.fromEntries(leaves.map(({ name }) => [name, textAt(element, name)]));
}
