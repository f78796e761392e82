import { badFile } from '../bad-file.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf, type Tally } from '../tally.ts';
import type { GraphNode } from './graph.ts';
import { serviceItem } from './public-service.ts';

/** Takes the things of a graph one by one, whatever they are written in, and tells its public services. */
export interface ServiceTaker {
  readonly tally: Tally;
  /** A thing is of this type. */
  readonly type: (name: string) => void;
  readonly service: (node: GraphNode, out: Parsed[]) => void;
  /** `line`: which thing of the graph, from 1. */
  readonly malformed: (line: number, out: Parsed[]) => void;
  /** @throws FlagtowerError `BAD_FILE` where there was no service at all */
  readonly end: (out: Parsed[]) => void;
}

export function serviceTaker(asOf: string | null): ServiceTaker {
  const tally: Tally = new Map();
  let services = 0;
  let isMalformed = false;
  return {
    tally,
    type: (name) => countIn(tally, `class:${/^\w{1,60}$/.test(name) ? name : 'other'}`),
    service: (node, out) => out.push(serviceItem((services += 1), node, asOf)),
    malformed: (line, out) => {
      isMalformed = true;
      out.push(
        rejected(line, 'bad-identity', ['@id'], `Give thing ${line} of the graph an @id and an @type that are texts`),
      );
    },
    end: (out) => {
      if (services === 0 && !isMalformed)
        throw badFile('Holds no public service', 'graph', 'Is this CPSV-AP as JSON-LD or Turtle?');
      out.push(...remarksOf(tally));
    },
  };
}

export function isService(types: readonly string[]): boolean {
  return types.includes('PublicService');
}
