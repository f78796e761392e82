import { FlagtowerError, type Inspection, type Mapping } from '@flagtower/contracts';

import { detectFormat, type Detected } from '../detect.ts';
import { CASE_PREFIX } from '../dossiers/row-plan.ts';
import { formatSchema, type Format } from '../format.ts';
import { unpackedHead } from '../head.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import type { ShippedMapping } from '../mappings/shipped-mapping.ts';
import { shippedMappings } from '../mappings/shipped-mappings.ts';
import { standardOcel } from '../mappings/standard-ocel.ts';
import { isPersonalColumn } from '../text/personal-columns.ts';
import { fold } from '../text/tidy.ts';
import { nothingSeen, type ColumnsSeen } from './columns-seen.ts';
import { csvColumns } from './csv-columns.ts';
import { guessMapping } from './guess-mapping.ts';
import { jsonColumns } from './json-columns.ts';
import { open311Columns } from './open311-columns.ts';
import { syslogColumns } from './syslog-columns.ts';
import { xesColumns } from './xes-columns.ts';

const LOOK: Readonly<Partial<Record<Format, (head: Uint8Array, limits: Limits) => ColumnsSeen>>> = {
  csv: csvColumns,
  json: jsonColumns,
  xes: xesColumns,
  open311: open311Columns,
  syslog: syslogColumns,
  'ocel-json': () => ({ ...nothingSeen, columns: standardOcel.fits }),
  'ocel-xml': () => ({ ...nothingSeen, columns: standardOcel.fits }),
};

/**
 * What a file seems to be and how it could be read, from its first bytes (64 KiB are enough).
 * @throws FlagtowerError `UNKNOWN_FORMAT` when it is nothing that we read, `BAD_FILE` when it breaks right at the start
 */
export function inspect(head: Uint8Array, fileName: string | null, limits: Limits = defaultLimits): Inspection {
  const detected = detectFormat(head, fileName);
  if (detected === null)
    throw new FlagtowerError('UNKNOWN_FORMAT', 'The file is nothing that can be read', {
      remedy: `Export it as one of ${formatSchema.options.join(', ')}`,
      place: 'file',
    });
  return inspection(detected, LOOK[detected.format]?.(unpackedHead(head).bytes, limits) ?? nothingSeen);
}

/** What there is to say of columns that were seen. */
export function inspection(detected: Detected, seen: ColumnsSeen): Inspection {
  const fitting = mappingsFor(detected.format, seen);
  const [best] = fitting;
  const personal = seen.columns.filter(isPersonalColumn);
  return {
    ...detected,
    columns: [...seen.columns],
    personalColumns: personal,
    // A look at a file needs no names: what is never read is not shown either.
    sample: seen.sample.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !personal.includes(column))),
    ),
    mappings: fitting.map(({ id, mapping }) => ({ id, mapping })),
    suggestion: best?.mapping ?? guessMapping(seen),
  };
}

/** Formats whose mappings fit another one too: a sheet is a table, rows of JSON may be those of one, and OCEL is OCEL. */
const ALSO_READ_AS: Readonly<Partial<Record<Format, readonly Format[]>>> = {
  xlsx: ['csv'],
  json: ['csv'],
  'ocel-xml': ['ocel-json'],
};

/** Shipped mappings whose columns are all there, those that know most columns first. */
function mappingsFor(format: Format, { columns, rows }: ColumnsSeen): readonly ShippedMapping[] {
  const there = new Set(columns.map(fold));
  return shippedMappings
    .filter((it) => it.format === format || (ALSO_READ_AS[format] ?? []).includes(it.format))
    .filter((it) => it.mapping.rows === rows)
    .filter(({ fits, mapping }) => fits.every((column) => there.has(fold(ofRow(column, mapping)))))
    .toSorted((a, b) => b.fits.length - a.fits.length);
}

/** Rows are looked at, not their parts: there `case:` says nothing. */
function ofRow(column: string, { parts }: Mapping): string {
  return parts === undefined || !column.startsWith(CASE_PREFIX) ? column : column.slice(CASE_PREFIX.length);
}
