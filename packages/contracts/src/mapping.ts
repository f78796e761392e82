import { z } from 'zod';

import { catalogueMappingSchema } from './catalogue-mapping.ts';
import { caseKindSchema, pauseReasonSchema, stepNameSchema } from './dossier-event.ts';
import { mappedFieldSchema } from './mapped-field.ts';
import { noticeMappingSchema } from './notice-mapping.ts';
import { seriesMappingSchema } from './series-mapping.ts';
import { zoneSchema } from './time.ts';

const shapeSchema = z.enum(['events', 'cases', 'series', 'notices', 'catalogue']);

const pathSchema = z.string().max(300).regex(/^\$/, 'a JSONPath, which begins with $');

/**
 * Which column is which field, written by an operator, not by a programmer. The shape `events` has a row per event,
 * `cases` a row per case, `series` a row of figures, `notices` a row per incident or warning, `catalogue` a row per
 * entry of a register. Columns that it does not name are dropped unread.
 */
export const mappingSchema = z
  .object({
    mapping: z.literal(1),
    name: z.string().max(120),
    shape: shapeSchema,
    /**
     * Of JSON only: where the rows are, a JSONPath of RFC 9535 such as `$.data.items[*]`. Default: the elements of the document's list,
     * or the one object that it is. A column is then a path into its row, such as `$.requester.unit`, or the bare name of a member.
     */
    rows: pathSchema.optional(),
    /**
     * Of JSON only: where a row holds the parts of which each is told alone, such as `$.history[*]`. A column that begins with `case:` is
     * then of the row, all others are of the part. A row without any part is told by its `case:` columns.
     */
    parts: pathSchema.optional(),
    caseKind: caseKindSchema.default('dossier'),
    /** Zone of times without an offset; the command line's `--zone` goes first, then this, then the source's. */
    zone: zoneSchema.optional(),
    encoding: z.string().max(40).optional(),
    delimiter: z.string().length(1).optional(),
    /** Lines before the header row. */
    skipLines: z.number().int().min(0).max(50).optional(),
    /** Rows after the header row that hold no data, such as the units of a weather station. */
    skipRows: z.number().int().min(0).max(10).optional(),
    /** Formats of times, tried in order: `iso`, `seconds` or `milliseconds` since 1970, or tokens such as `MM/dd/yyyy hh:mm:ss a`, `dd/MM/yyyy`. Default: `iso`. */
    timeFormats: z.array(z.string().max(60)).min(1).optional(),
    /** Of the shapes `events` and `cases`. */
    fields: z
      .object({
        dossier: mappedFieldSchema.default(''),
        /** `events` only: when it happened, what was done, and an id of the row. */
        at: mappedFieldSchema.optional(),
        activity: mappedFieldSchema.optional(),
        recordId: mappedFieldSchema.optional(),
        version: mappedFieldSchema.optional(),
        procedure: mappedFieldSchema.optional(),
        unit: mappedFieldSchema.optional(),
        channel: mappedFieldSchema.optional(),
        /** Times of a case; in `events` shape these columns repeat on every row of the case. */
        submitted: mappedFieldSchema.optional(),
        received: mappedFieldSchema.optional(),
        due: mappedFieldSchema.optional(),
        handled: mappedFieldSchema.optional(),
        withdrawn: mappedFieldSchema.optional(),
        refused: mappedFieldSchema.optional(),
        returned: mappedFieldSchema.optional(),
        reopened: mappedFieldSchema.optional(),
        status: mappedFieldSchema.optional(),
        /** Codes `none`, `asked`, `online`, `other`; and `digital`, `paper`. */
        payment: mappedFieldSchema.optional(),
        result: mappedFieldSchema.optional(),
        /** Codes `satisfied`, `dissatisfied`. */
        rating: mappedFieldSchema.optional(),
      })
      .default({ dossier: '' }),
    /** Of the shape `series`; of `catalogue` the figures that a row tells beside its entry. */
    series: seriesMappingSchema.optional(),
    /** Of the shape `notices`. */
    notice: noticeMappingSchema.optional(),
    /** Of the shape `catalogue`. */
    catalogue: catalogueMappingSchema.optional(),
    /** Words of `activity` or `status` that move a case, of a pause with its reason; all others are `activity`. */
    steps: z
      .record(
        z.string(),
        z.union([stepNameSchema, z.object({ step: stepNameSchema, reason: pauseReasonSchema.optional() })]),
      )
      .optional(),
    /** Which rule the case's codes follow; what does not follow it is told and kept. */
    dossierCodes: z.enum(['vietnam']).optional(),
    /** The promise where a row names none: so many seconds after the receipt, nights and days off included. */
    promiseSeconds: z.number().int().min(1).max(31_622_400).optional(),
    /** Where the values of a row act: a row of an event list changes them from its time, a row of a case list corrects. */
    dating: z.enum(['change', 'correction']).optional(),
  })
  .refine(({ shape, series }) => shape === 'catalogue' || (shape === 'series') === (series !== undefined), {
    path: ['series'],
    error: 'the shape series needs a mapping in series, and no shape of cases has one',
  })
  .refine(({ shape, notice }) => (shape === 'notices') === (notice !== undefined), {
    path: ['notice'],
    error: 'the shape notices needs a mapping in notice, and no other shape has one',
  })
  .refine(({ shape, catalogue }) => (shape === 'catalogue') === (catalogue !== undefined), {
    path: ['catalogue'],
    error: 'the shape catalogue needs a mapping in catalogue, and no other shape has one',
  })
  .refine(({ shape, fields }) => !isOfCases(shape) || fields.dossier !== '', {
    path: ['fields', 'dossier'],
    error: 'name the column that holds the code of the case',
  });
export type Mapping = z.infer<typeof mappingSchema>;

/** Whether rows of a shape tell of cases, which `fields` names. */
export function isOfCases(shape: z.infer<typeof shapeSchema>): boolean {
  return shape === 'events' || shape === 'cases';
}
