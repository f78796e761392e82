import { codeSchema } from '@flagtower/contracts';
import { z } from 'zod';

import { tidy } from '../text/tidy.ts';

export const conceptSchema = z.looseObject({
  coding: z.array(z.looseObject({ code: z.string().optional() })).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

export const referenceSchema = z.looseObject({
  reference: z.string().optional(),
  type: z.string().optional(),
  identifier: z.looseObject({ value: z.string().optional() }).optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

export const quantitySchema = z.looseObject({
  value: z.number().optional(),
  code: z.string().optional(),
  comparator: z.string().optional(),
});

export const periodSchema = z.looseObject({ start: z.string().optional(), end: z.string().optional() });
export const metaSchema = z.looseObject({ lastUpdated: z.string().optional() });

export const resourceSchema = z.looseObject({ resourceType: z.string().min(1) });

/** An entry of a Bundle. */
export const entrySchema = z.looseObject({ resource: z.unknown() });
/** A link of a Bundle. */
export const linkSchema = z.looseObject({ relation: z.string() });

/** Whether a Bundle's link leads to more entries of the same answer. */
export function isToOtherPage({ relation }: z.infer<typeof linkSchema>): boolean {
  return relation === 'next' || relation === 'previous';
}

/** What stands beside a primitive value, such as `_count` beside `count`. */
export const besideSchema = z.looseObject({
  extension: z.array(z.looseObject({ url: z.string(), valueCode: z.string().optional() })).optional(),
});

const absentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** Why a value is not there, by HL7's code list; `unknown` where nobody says. */
export function absentOf(beside: z.infer<typeof besideSchema> | undefined): string {
  const told = beside?.extension?.find(({ url }) => url === absentReason)?.valueCode;
  return codeSchema.safeParse(told).success && told !== undefined ? told : 'unknown';
}

/** The first code that a concept has; its words are not read. Empty: none. */
export function firstCode(concept: Concept | undefined): string {
  return tidy(concept?.coding?.find(({ code }) => code !== undefined)?.code ?? '');
}

/** `Location/12`, without the server and the version that a reference may name; empty: it names nothing. */
export function nameOf(reference: Reference | undefined): string {
  const told = tidy(reference?.reference ?? '').replace(/\/_history\/.*$/, '');
  const [, type, id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/.exec(told) ?? [];
  if (type !== undefined && id !== undefined) return `${type}/${id}`;
  return told.startsWith('urn:') ? told : tidy(reference?.identifier?.value ?? '');
}

const ofPersons: ReadonlySet<string> = new Set([
  'Patient',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Person',
]);
const ofPlaces: ReadonlySet<string> = new Set(['Location', 'Organization', 'Device', 'HealthcareService', 'Group']);

/** Whether a reference certainly names no person; what does not say its type may be one. */
export function isNoPerson(reference: Reference | undefined): boolean {
  const type = nameOf(reference).split('/')[0] ?? '';
  return ofPlaces.has(type) || (reference?.type !== undefined && ofPlaces.has(reference.type) && !ofPersons.has(type));
}
