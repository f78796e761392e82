import { codeSchema } from '@flagtower/contracts';
import { z } from 'zod';

import { checkedRecord } from '../checked-record.ts';
import { converted } from '../ngsi/units.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn } from '../tally.ts';
import {
  conceptSchema,
  firstCode,
  isNoPerson,
  metaSchema,
  nameOf,
  periodSchema,
  quantitySchema,
  referenceSchema,
} from './fhir-parts.ts';
import { instantOf, versionOf, type FhirReading } from './fhir-reading.ts';
import { malformed } from './malformed.ts';

const measuredSchema = z.looseObject({
  code: conceptSchema,
  valueQuantity: quantitySchema.optional(),
  valueInteger: z.number().int().optional(),
  dataAbsentReason: conceptSchema.optional(),
});
const observationSchema = measuredSchema.extend({
  meta: metaSchema.optional(),
  status: z.string(),
  subject: referenceSchema.optional(),
  effectiveDateTime: z.string().optional(),
  effectiveInstant: z.string().optional(),
  effectivePeriod: periodSchema.optional(),
  issued: z.string().optional(),
  component: z.array(measuredSchema).default([]),
});

const usable: ReadonlySet<string> = new Set(['final', 'amended', 'corrected', 'preliminary']);

/** Values that were measured of a place, an organisation, a device or a group; those of a person are counted and not read. */
export function ofObservation(line: number, told: unknown, reading: FhirReading): Parsed[] {
  const { tally, read } = reading;
  const parsed = observationSchema.safeParse(told);
  if (!parsed.success) return malformed(line, 'Observation', parsed.error);
  const observation = parsed.data;
  const isOfPersons = !isNoPerson(observation.subject);
  if (isOfPersons || !usable.has(observation.status)) {
    countIn(tally, isOfPersons ? 'of-persons-not-read' : 'not-complete');
    return [];
  }
  const at = instantOf(momentOf(observation), 'start', read);
  if (at === null) {
    const remedy = `Write the time of resource ${line} as 2026-11-24T10:42:07+07:00`;
    return [rejected(line, 'bad-time', ['effective'], remedy)];
  }
  const { issued, meta, subject, status, component } = observation;
  const entity = nameOf(subject);
  const point = reading.places.get(entity);
  const shared = {
    kind: 'observation' as const,
    version: versionOf([issued, meta?.lastUpdated, reading.toldAt], read),
    occurredAt: at === '' ? reading.toldAt : at,
    feed: reading.feed,
    entity,
    quality: status === 'preliminary' ? ('uncertain' as const) : ('good' as const),
    ...(point !== undefined && { point }),
  };
  return [observation, ...component].filter(isMeasured).map((one) => {
    const metric = firstCode(one.code);
    const value = valueOf(one);
    if (value === null) {
      const remedy = `Give the value of resource ${line} in a known unit of UCUM, and not as a bound`;
      return rejected(line, 'bad-value', ['valueQuantity.code'], remedy);
    }
    if (value.value === null) countIn(tally, 'absent');
    const recordId = `${entity}|${metric}|${shared.occurredAt}`;
    return checkedRecord(line, 'resource', { ...shared, ...value, metric, recordId });
  });
}

function momentOf(told: z.infer<typeof observationSchema>): string | undefined {
  const { effectiveDateTime, effectiveInstant, effectivePeriod, issued } = told;
  return effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.end ?? effectivePeriod?.start ?? issued;
}

type Measured = z.infer<typeof measuredSchema>;

function isMeasured({ valueQuantity, valueInteger, dataAbsentReason }: Measured): boolean {
  return valueQuantity !== undefined || valueInteger !== undefined || dataAbsentReason !== undefined;
}

interface Value {
  readonly value: number | null;
  readonly absent?: string;
  readonly unitOfMeasure: string;
}

/** @returns `null` for a unit that nobody here knows, and for a bound, which is no value */
function valueOf({ valueQuantity, valueInteger, dataAbsentReason }: Measured): Value | null {
  if (valueInteger !== undefined) return { value: valueInteger, unitOfMeasure: '1' };
  if (valueQuantity?.value === undefined) {
    const reason = firstCode(dataAbsentReason);
    return { value: null, absent: codeSchema.safeParse(reason).success ? reason : 'unknown', unitOfMeasure: '1' };
  }
  const { value, code, comparator } = valueQuantity;
  if (comparator !== undefined) return null;
  // UCUM: what stands in braces is a remark, and counts.
  if (code === '1' || (code !== undefined && /^\{[^{}]{1,18}\}$/.test(code))) return { value, unitOfMeasure: code };
  const known = converted(value, code ?? '', null);
  return known === null ? null : { value: known.value, unitOfMeasure: known.unit };
}
