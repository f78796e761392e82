import { codeSchema } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, type Tally } from '../tally.ts';
import { instantText, type ReadMoment } from '../times/moment.ts';
import type { Attribute } from './attribute.ts';
import { entityModels, notMeasured, type AttributeModel } from './entity-models.ts';
import { pointOf } from './entity-place.ts';
import { entityTime, versionMs, type EntityTime } from './entity-time.ts';
import type { Entity } from './entity.ts';
import { converted } from './units.ts';

/** What all entities of one file share. */
export interface Reading {
  /** `null`: as the entity's type has it. */
  readonly feed: string | null;
  /** When the notification or the operator says that it was so, ISO; empty: nobody says. */
  readonly fetchedAt: string;
  /** Nobody says, and it is when we received it. */
  readonly isReceived: boolean;
  readonly read: ReadMoment;
  readonly tally: Tally;
}

/** The unit of a value whose unit neither its attribute nor its data model tells. */
const unitNotTold = '{not-told}';

/** Every number of an entity as a reading of its own; a number without a unit that somebody tells is kept as uncertain. */
export function entityReadings(line: number, entity: Entity, reading: Reading): Parsed[] {
  const time = entityTime(entity, reading.read);
  if (time.unreadable !== null) {
    const remedy = `Write ${time.unreadable} of entity ${line} as 2026-11-24T10:42:07+07:00`;
    return [rejected(line, 'bad-time', [time.unreadable], remedy)];
  }
  count(entity, reading.tally);
  const model = entityModels[entity.type];
  const numbers = [...entity.attributes]
    .map(([name, attribute]) => [name, withWord(attribute, model?.attributes[name])] as const)
    .filter(([name, { value }]) => isMeasured(name, value, entity.type));
  if (numbers.length === 0) return [];
  const point = pointOf(entity, reading.tally);
  const shared = {
    kind: 'observation' as const,
    version: versionMs(entity, reading.read),
    feed: reading.feed ?? model?.feed ?? 'ngsi',
    entity: entity.id,
    ...(point !== null && { point }),
  };
  return numbers.map(([name, attribute]) => {
    const measured = measuredValue(name, attribute, model?.attributes[name] ?? null);
    if (measured === null) {
      const remedy = `Give ${safe(name)} of entity ${line} in a unit that fits it`;
      return rejected(line, 'bad-value', [`${name}.unitCode`], remedy);
    }
    if (measured.unitOfMeasure === unitNotTold) countIn(reading.tally, 'unit-not-told');
    const timing = timingOf(attribute, time, reading);
    const recordId = `${entity.id}|${measured.metric}|${timing.occurredAt}`;
    return checkedRecord(line, 'entity', { ...shared, ...measured, ...timing, recordId });
  });
}

function count(entity: Entity, tally: Tally): void {
  countIn(tally, 'entities');
  countIn(tally, `entity:${/^\w{1,60}$/.test(entity.type) ? entity.type : 'other'}`);
  countIn(tally, 'attributes', entity.attributes.size);
  countIn(tally, 'numeric-attributes', [...entity.attributes.values()].filter(({ value }) => isNumber(value)).length);
}

interface Timing {
  readonly occurredAt: string;
  readonly periodFrom?: string;
  readonly quality?: 'uncertain';
}

/** The value's own time, else the entity's with its period, else when it was fetched or came. */
function timingOf(
  { observedAt }: Attribute,
  time: EntityTime,
  { read, fetchedAt, isReceived, tally }: Reading,
): Timing {
  const observed = observedAt === null ? null : read(observedAt, 'start');
  if (observed !== null) return { occurredAt: instantText(observed.epochMs) };
  if (time.at !== '') return { occurredAt: time.at, ...(time.from !== null && { periodFrom: time.from }) };
  if (!isReceived) return { occurredAt: fetchedAt };
  countIn(tally, 'time-not-told');
  return { occurredAt: fetchedAt, quality: 'uncertain' };
}

/** A word that the model knows is the number that it stands for. */
function withWord(attribute: Attribute, model: AttributeModel | undefined): Attribute {
  const { value } = attribute;
  const number = typeof value === 'string' ? model?.words?.(value) : undefined;
  return number === undefined ? attribute : { ...attribute, value: number };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** `null` of an attribute that a model knows is a reading that is absent. */
function isMeasured(name: string, value: unknown, type: string): boolean {
  if (notMeasured.has(name) || !codeSchema.safeParse(name).success) return false;
  return isNumber(value) || (value === null && entityModels[type]?.attributes[name] !== undefined);
}

interface MeasuredValue {
  readonly metric: string;
  readonly value: number | null;
  readonly absent?: string;
  readonly unitOfMeasure: string;
  readonly quality: 'good' | 'uncertain';
}

/** @returns `null` where the told unit is not known or does not fit */
function measuredValue(
  name: string,
  { value, unitCode }: Attribute,
  model: AttributeModel | null,
): MeasuredValue | null {
  const metric = model?.metric ?? name;
  if (!isNumber(value))
    return { metric, value: null, absent: 'not-measured', unitOfMeasure: model?.unit ?? '1', quality: 'good' };
  if (unitCode === null || unitCode === '') return { metric, ...withoutUnit(value, model) };
  const inUnit = converted(value, unitCode, model?.unit ?? null);
  return inUnit === null ? null : { metric, value: inUnit.value, unitOfMeasure: inUnit.unit, quality: 'good' };
}

function withoutUnit(value: number, model: AttributeModel | null): Omit<MeasuredValue, 'metric'> {
  if (model === null || model.unit === null || !model.declared)
    return { value, unitOfMeasure: unitNotTold, quality: 'uncertain' };
  return { ...asDeclared(model.metric, value), unitOfMeasure: model.unit };
}

/** A share above 1 was told in per cent, whatever its model says. */
function asDeclared(metric: string, value: number): { value: number; quality: 'good' | 'uncertain' } {
  const isPercent = (metric === 'humidity' || metric === 'occupancy') && value > 1 && value <= 100;
  return isPercent
    ? { value: Number((value / 100).toPrecision(12)), quality: 'uncertain' }
    : { value, quality: 'good' };
}

function safe(name: string): string {
  return name.slice(0, 60);
}
