import type { Mapping, MappedField, StepName } from '@flagtower/contracts';

export type FieldName = keyof Mapping['fields'];

/** In the order in which a person thinks of them. */
export const fieldNames = [
  'dossier',
  'procedure',
  'unit',
  'channel',
  'at',
  'activity',
  'recordId',
  'version',
  'submitted',
  'received',
  'due',
  'handled',
  'withdrawn',
  'refused',
  'returned',
  'reopened',
  'status',
  'payment',
  'result',
  'rating',
] as const satisfies readonly FieldName[];

/** Fields that only one shape of a table has. */
const onlyIn: Readonly<Partial<Record<FieldName, Mapping['shape']>>> = {
  at: 'events',
  activity: 'events',
  recordId: 'events',
  status: 'cases',
};

export function fieldsOf(shape: Mapping['shape']): readonly FieldName[] {
  return fieldNames.filter((field) => onlyIn[field] === undefined || onlyIn[field] === shape);
}

/** The column that fills a field; `null`: none does, or a constant. */
export function columnOf(mapping: Mapping, field: FieldName): string | null {
  const mapped = mapping.fields[field];
  if (mapped === undefined) return null;
  if (typeof mapped === 'string') return mapped;
  return (typeof mapped.column === 'string' ? mapped.column : mapped.column?.[0]) ?? null;
}

/** A constant for all rows; `null`: the field has none. */
export function constantOf(mapping: Mapping, field: FieldName): string | null {
  const mapped = mapping.fields[field];
  return typeof mapped === 'object' ? (mapped.constant ?? null) : null;
}

/** Another column for a field; words that were mapped stay. `null` takes the field away, but for the case's own code. */
export function withColumn(mapping: Mapping, field: FieldName, column: string | null): Mapping {
  if (column === null) return field === 'dossier' ? mapping : withoutField(mapping, field);
  const before = mapping.fields[field];
  const mapped: MappedField = typeof before === 'object' ? { ...before, column } : column;
  return { ...mapping, fields: { ...mapping.fields, [field]: mapped } };
}

function withoutField(mapping: Mapping, field: Exclude<FieldName, 'dossier'>): Mapping {
  const { [field]: _, ...fields } = mapping.fields;
  return { ...mapping, fields };
}

/** The step that a word means; `''`: none, it is only noted. */
export function stepOf(mapping: Mapping, word: string): StepName | '' {
  const meaning = mapping.steps?.[word];
  return typeof meaning === 'object' ? meaning.step : (meaning ?? '');
}

/** What a word of the activity or status column does to a case; `null`: nothing, it is only noted. */
export function withStep(mapping: Mapping, word: string, step: StepName | null): Mapping {
  const steps = new Map(Object.entries(mapping.steps ?? {}));
  if (step === null) steps.delete(word);
  else steps.set(word, step);
  return { ...mapping, steps: Object.fromEntries(steps) };
}

/** `''` in either: the source's own zone, ISO times. Formats are separated by `;`, which no format contains. */
export function withTimes(
  mapping: Mapping,
  { zone, formats }: { readonly zone: string; readonly formats: string },
): Mapping {
  const { zone: _, timeFormats: __, ...rest } = mapping;
  const list = formats
    .split(';')
    .map((format) => format.trim())
    .filter((format) => format !== '');
  return {
    ...rest,
    ...(zone.trim() === '' ? {} : { zone: zone.trim() }),
    ...(list.length === 0 ? {} : { timeFormats: list }),
  };
}

/** Words of the column that moves cases, as far as the sample and the mapping know them. */
export function stepWords(mapping: Mapping, sample: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const column = columnOf(mapping, mapping.shape === 'events' ? 'activity' : 'status');
  const seen = column === null ? [] : sample.flatMap((row) => row[column] ?? []);
  return [...new Set([...Object.keys(mapping.steps ?? {}), ...seen])].filter((word) => word !== '');
}
