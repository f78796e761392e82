import { badFile } from '../bad-file.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf, type Tally } from '../tally.ts';
import { momentReader } from '../times/moment.ts';
import { elementFinder, typeOf, type FoundElement } from '../xml/element-finder.ts';
import { textAt } from '../xml/element-parts.ts';
import { attribute, xmlStream, type XmlHandlers, type XmlTag } from '../xml/xml-stream.ts';
import { elaboratedReadings } from './elaborated-data.ts';
import { siteReadings } from './measured-site.ts';
import type { Publication } from './publication.ts';
import { situationNotice } from './situation.ts';

const defaultFeed = 'traffic';
/** Above what the largest national situations and sites have. */
const maxElements = 50_000;
const maxTextFactor = 4;

const readPublications = new Set(['SituationPublication', 'MeasuredDataPublication', 'ElaboratedDataPublication']);
/** What is held whole, one at a time. */
const wanted = new Set([
  'publicationTime',
  'publicationCreator',
  'supplierIdentification',
  'exchangeContext',
  'updateMethod',
  'situation',
  'siteMeasurements',
  'elaboratedData',
]);

/**
 * DATEX II v2 and v3, alone or in a SOAP or message container: situations as notices, measured and elaborated data as
 * observations; the feed is `traffic` unless the operator names another. Other publications are refused by name.
 */
export const datex2Reader: Reader = (bytes, options) => inBatches(bytes, datex2Parser(options));

function datex2Parser(options: ReadOptions): ChunkParser {
  const walk = new Walk(options);
  const xml = xmlStream(walk.handlers, options.limits);
  return {
    write: (chunk, out) => {
      xml.write(chunk);
      walk.tell(out);
    },
    end: (out) => {
      xml.end();
      walk.end(out);
    },
  };
}

/** One walk over one message. */
class Walk {
  readonly #tally: Tally = new Map();
  readonly #found: Parsed[] = [];
  readonly #fetchedMs: number | null;
  #publication: Publication;
  /** Names of the payloads that came, in order. */
  readonly #payloads: string[] = [];
  /** Situations that the message names, also those that were refused. */
  readonly #situations = new Set<string>();
  #isSnapshot = false;
  #isPublicationTimed = false;
  readonly handlers: XmlHandlers;

  constructor({ zone, feed, asOf, receivedAt, limits }: ReadOptions) {
    const fetchedAt = asOf ?? receivedAt ?? null;
    this.#fetchedMs = fetchedAt === null ? null : Date.parse(fetchedAt);
    this.#publication = {
      feed: feed ?? defaultFeed,
      atMs: this.#fetchedMs,
      creator: '',
      language: 'und',
      read: momentReader(['iso'], zone),
      tally: this.#tally,
    };
    const finder = elementFinder({
      isWanted: (tag) => wanted.has(tag.local),
      // Extensions of a country or an operator are not ours to know.
      isSkipped: ({ local }) => /Extension$/i.test(local),
      found: (element) => this.#take(element),
      maxElements,
      maxText: limits.textBytes * maxTextFactor,
    });
    this.handlers = {
      ...finder,
      open: (tag, line) => {
        this.#payload(tag, line);
        finder.open(tag, line);
      },
    };
  }

  tell(out: Parsed[]): void {
    out.push(...this.#found.splice(0));
  }

  end(out: Parsed[]): void {
    if (!this.#payloads.some((name) => readPublications.has(name))) throw this.#nothingToRead();
    if (!this.#isPublicationTimed) countIn(this.#tally, 'publication-time-missing');
    const snapshot = this.#snapshot();
    this.tell(out);
    out.push(...remarksOf(this.#tally), ...snapshot);
  }

  /** None where the message does not say that it is complete, or holds a situation that nobody can name. */
  #snapshot(): Parsed[] {
    const { atMs } = this.#publication;
    const holdsSituations = this.#payloads.every((name) => name === 'SituationPublication');
    if (!this.#isSnapshot || atMs === null || !holdsSituations) return [];
    if (!this.#situations.has(''))
      return [{ kind: 'snapshot', holdsOthers: false, atMs, present: [...this.#situations] }];
    countIn(this.#tally, 'snapshot-not-complete');
    return [];
  }

  #nothingToRead(): Error {
    const [name] = this.#payloads;
    return name === undefined
      ? badFile('Holds no DATEX II publication', 'payload', 'Give a DATEX II v2 or v3 message')
      : badFile(`Holds a ${name}, which is not read`, 'payload', 'Give situations, measured data or elaborated data');
  }

  #payload(tag: XmlTag, line: number): void {
    const type = typeOf(tag);
    if (!/^\w{1,60}Publication$/.test(type)) return;
    this.#payloads.push(type);
    countIn(this.#tally, `publication:${type}`);
    this.#publication = { ...this.#publication, language: attribute(tag, 'lang')?.slice(0, 35) ?? 'und' };
    if (!readPublications.has(type) && this.#payloads.length > 1)
      this.#found.push(rejected(line, 'unknown-kind', [type], `A ${type} is not read: leave it out`));
  }

  #take(element: FoundElement): void {
    const publication = this.#publication;
    if (element.name === 'situation') {
      this.#situations.add(element.attributes['id'] ?? '');
      this.#found.push(situationNotice(element, publication));
    } else if (element.name === 'siteMeasurements') this.#found.push(...siteReadings(element, publication));
    else if (element.name === 'elaboratedData') this.#found.push(...elaboratedReadings(element, publication));
    else this.#header(element);
  }

  #header(element: FoundElement): void {
    const { name } = element;
    if (name === 'publicationTime') {
      const moment = this.#publication.read(element.text.trim(), 'start');
      if (moment === null) return;
      this.#isPublicationTimed = true;
      this.#publication = { ...this.#publication, atMs: moment.epochMs };
    } else if (name === 'publicationCreator' || name === 'supplierIdentification') {
      const creator = `${textAt(element, 'country')} ${textAt(element, 'nationalIdentifier')}`.trim().slice(0, 200);
      if (creator !== '') this.#publication = { ...this.#publication, creator };
    } else if (name === 'updateMethod') this.#isSnapshot = element.text.trim() === 'snapshot';
    else if (/^snapshot(Pull|Push)$/.test(textAt(element, 'codedExchangeProtocol'))) this.#isSnapshot = true;
  }
}
