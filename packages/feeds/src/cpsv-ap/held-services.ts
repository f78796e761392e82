import type { Quad } from 'n3';

import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';
import type { Parsed } from '../parsed.ts';
import { localName, type GraphValue } from './graph.ts';
import { isService, type ServiceTaker } from './service-taker.ts';

interface Held {
  readonly types: string[];
  readonly values: Map<string, GraphValue[]>;
}

export interface HeldServices {
  readonly triple: (quad: Quad) => void;
  readonly end: (out: Parsed[]) => void;
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** As many as a country has several times over; they take 100 MB. */
const maxServices = 50_000;
/** All that is told of a service. */
const told: ReadonlySet<string> = new Set(['identifier', 'title']);

/**
 * Holds what is told of services while triples come in any order, and lets go of what turns out to be something else.
 * @throws FlagtowerError `BAD_FILE` where more is held than may be
 */
export function heldServices({ heldEvents }: Pick<Limits, 'heldEvents'>, taker: ServiceTaker): HeldServices {
  const most = Math.min(heldEvents, maxServices);
  const held = new Map<string, Held>();
  /** Triples of one thing mostly follow each other: of this one nothing needs to be held. */
  let passedOver: string | null = null;
  const hold = (id: string): Held => {
    const known = held.get(id);
    if (known !== undefined) return known;
    if (held.size >= most)
      throw badFile(`Tells of more than ${most} services at once`, 'heldEvents', 'Send the services in parts');
    const thing: Held = { types: [], values: new Map() };
    held.set(ownCopy(id), thing);
    return thing;
  };
  const takeType = (id: string, type: string): void => {
    taker.type(type);
    if (isService([type])) hold(id).types.push(type);
    else if (!isService(held.get(id)?.types ?? [])) {
      held.delete(id);
      passedOver = id;
    }
  };
  return {
    triple: ({ subject, predicate, object }) => {
      const name = localName(predicate.value);
      if (predicate.value === rdfType) takeType(subject.value, localName(object.value));
      else if (told.has(name) && subject.value !== passedOver) {
        const language = object.termType === 'Literal' && object.language !== '' ? object.language : 'und';
        const { values } = hold(subject.value);
        values.set(name, [...(values.get(name) ?? []), { text: ownCopy(object.value), language: ownCopy(language) }]);
      }
    },
    end: (out) => {
      for (const [id, thing] of held) if (isService(thing.types)) taker.service({ id, ...thing }, out);
    },
  };
}

/** A piece of a text keeps all of that text in memory; what is held for long is copied. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
