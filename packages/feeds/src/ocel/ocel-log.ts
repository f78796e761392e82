import { badFile } from '../bad-file.ts';
import { columnsOf } from '../dossiers/mapped-field.ts';
import { CASE_PREFIX } from '../dossiers/row-plan.ts';
import { rowTranslator } from '../dossiers/row-translator.ts';
import { standardOcel } from '../mappings/standard-ocel.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { remark } from '../reject.ts';

export interface OcelAttribute {
  readonly name: string;
  readonly value: string;
  /** When the value of an object began to hold; empty for events. */
  readonly time: string;
}

interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly OcelAttribute[];
}

interface OcelEvent {
  readonly line: number;
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly objects: readonly string[];
  readonly attributes: readonly OcelAttribute[];
}

/** Takes an object-centric log in any order of its parts and tells the cases of one object type. */
export interface OcelLog {
  readonly object: (object: OcelObject) => void;
  readonly event: (event: OcelEvent) => void;
  readonly tell: (out: Parsed[]) => void;
}

/**
 * Objects of one type become cases: the type that the mapping names as the column of `dossier`, else the one that most
 * events speak of. An event of several such objects is an event of each. Names of columns: `type`, `time` and `id` of
 * the event, its attributes; `case:` and the attributes of the object, at their last value.
 */
export function ocelLog(options: ReadOptions): OcelLog {
  const mapping = options.mapping ?? standardOcel.mapping;
  const translator = rowTranslator(mapping, options);
  const objects = new Map<string, OcelObject>();
  const events: OcelEvent[] = [];
  const bounded = (): void => {
    if (objects.size + events.length <= options.limits.heldEvents) return;
    const remedy = 'Split the log by time, or raise the limit in the configuration';
    throw badFile(`Has more than ${options.limits.heldEvents} events and objects`, 'heldEvents', remedy);
  };
  return {
    object: (object) => {
      objects.set(object.id, object);
      bounded();
    },
    event: (event) => {
      events.push(event);
      bounded();
    },
    tell: (out) => {
      out.push(...sizes(objects, events));
      const type = caseType(columnsOf(mapping.fields.dossier), objects, events);
      for (const event of events) {
        const cases = [...new Set(event.objects)]
          .flatMap((id) => objects.get(id) ?? [])
          .filter((it) => it.type === type);
        for (const object of cases) translator.take(event.line, slots(translator.columns, event, object), out);
        if (cases.length === 0) out.push(remark('event-without-case'));
      }
    },
  };
}

/** How much the log as a whole holds: more than the cases of one type show. */
function sizes(objects: ReadonlyMap<string, OcelObject>, events: readonly OcelEvent[]): readonly Parsed[] {
  return [
    remark('log-events', events.length),
    remark('log-objects', objects.size),
    remark('log-event-types', new Set(events.map(({ type }) => type)).size),
    remark('log-object-types', new Set([...objects.values()].map(({ type }) => type)).size),
  ];
}

/** Ties go to the name that is first in the alphabet, so that the order of the file never matters. */
function caseType(
  named: readonly string[],
  objects: ReadonlyMap<string, OcelObject>,
  events: readonly OcelEvent[],
): string | null {
  const types = new Set([...objects.values()].map(({ type }) => type));
  const chosen = named.find((name) => types.has(name));
  if (chosen !== undefined) return chosen;
  const counts = new Map<string, number>();
  for (const event of events)
    for (const type of new Set(event.objects.flatMap((id) => objects.get(id)?.type ?? [])))
      counts.set(type, (counts.get(type) ?? 0) + 1);
  const most = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most[0]?.[0] ?? null;
}

function slots(columns: readonly string[], event: OcelEvent, object: OcelObject): string[] {
  const values = new Map([
    ...event.attributes.map(({ name, value }) => [name, value] as const),
    ...lastValues(object),
    [`${CASE_PREFIX}id`, object.id],
    [object.type, object.id],
    ['type', event.type],
    ['time', event.time],
    ['id', event.id],
  ]);
  return columns.map((name) => values.get(name) ?? '');
}

function lastValues(object: OcelObject): readonly (readonly [string, string])[] {
  return object.attributes
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .map(({ name, value }) => [`${CASE_PREFIX}${name}`, value] as const);
}
