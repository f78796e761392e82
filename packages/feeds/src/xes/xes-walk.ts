import { attribute, type XmlHandlers, type XmlTag } from '../xml/xml-stream.ts';

/** A key and a value of a trace or an event. */
export type TakeAttribute = (key: string, value: string) => void;

export interface XesTaker {
  readonly traceAttribute: TakeAttribute;
  readonly eventAttribute: TakeAttribute;
  readonly eventBegins: (line: number) => void;
  readonly traceBegins: (line: number) => void;
  readonly traceEnds: () => void;
  /** An event that belongs to no trace. */
  readonly strayEvent: () => void;
}

export interface XesWalk extends XmlHandlers {
  /** Whether an element was seen that only an event log has. */
  readonly isLog: () => boolean;
}

type Place = 'outside' | 'log' | 'trace' | 'event';

const ABOVE: Readonly<Record<Place, Place>> = { outside: 'outside', log: 'outside', trace: 'log', event: 'trace' };

/**
 * Walks a log by local names, through any envelope and any spelling of the namespace. Attributes inside attributes,
 * `global` blocks, classifiers and extensions are passed over whole: none of them is a value of a case.
 */
export function xesWalk(take: XesTaker): XesWalk {
  let place: Place = 'outside';
  /** Open elements inside one that is passed over. */
  let passing = 0;
  /** Open elements around the log. */
  let envelope = 0;
  let isLog = false;

  const openIn: Readonly<Record<Place, (tag: XmlTag, line: number) => Place | null>> = {
    outside: (tag) => {
      if (tag.local !== 'log') return 'outside';
      isLog ||= attribute(tag, 'xes.version') !== null || /xes-standard/.test(tag.uri);
      return 'log';
    },
    log: ({ local }, line) => {
      if (local === 'event') take.strayEvent();
      if (local !== 'trace') return null;
      isLog = true;
      take.traceBegins(line);
      return 'trace';
    },
    trace: (tag, line) => {
      if (tag.local !== 'event') return attributeOf(tag, take.traceAttribute);
      take.eventBegins(line);
      return 'event';
    },
    event: (tag) => attributeOf(tag, take.eventAttribute),
  };
  return {
    isLog: () => isLog,
    open: (tag, line) => {
      const next = passing > 0 ? null : openIn[place](tag, line);
      if (next === null) passing += 1;
      else if (next === 'outside') envelope += 1;
      else place = next;
    },
    close: () => {
      if (passing > 0) passing -= 1;
      else if (place === 'outside') envelope -= 1;
      else {
        if (place === 'trace') take.traceEnds();
        place = ABOVE[place];
      }
    },
  };
}

function attributeOf(tag: XmlTag, take: TakeAttribute): null {
  const key = attribute(tag, 'key');
  const value = attribute(tag, 'value');
  if (key !== null && value !== null) take(key, value);
  return null;
}
