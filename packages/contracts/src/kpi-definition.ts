import { z } from 'zod';

import { caseKindSchema } from './dossier-event.ts';
import { freshnessStateSchema } from './freshness.ts';
import { codeSchema, feedIdSchema, kpiIdSchema } from './ids.ts';
import { measureSchema } from './measure.ts';
import { namesSchema } from './names.ts';
import { daySchema } from './time.ts';

const termsSchema = z.array(z.object({ measure: measureSchema, sign: z.union([z.literal(1), z.literal(-1)]) })).min(1);

/** How a figure is made of sums. Data, so that a city can add a figure without code. */
export const formulaSchema = z.discriminatedUnion('kind', [
  /** Sum of flows in the period. */
  z.object({ kind: z.literal('flow'), terms: termsSchema }),
  /** Sum of states at `at`, or just before the period begins (`start`): what was carried over into it. */
  z.object({ kind: z.literal('state'), terms: termsSchema, moment: z.literal('start').optional() }),
  /** Flows over flows, a share in [0, 1]; `null` where the denominator is 0. */
  z.object({ kind: z.literal('share'), numerator: termsSchema, denominator: termsSchema }),
  /** Other figures of the same question added up; not known while one of them is not. */
  z.object({ kind: z.literal('total'), kpis: z.array(kpiIdSchema).min(1) }),
  /** Elapsed time of handled cases in ms: 0.5 is the mean of the middle two, other quantiles are linear. */
  z.object({ kind: z.literal('handling-time'), statistic: z.enum(['median', 'p90', 'mean']) }),
  /**
   * Over the observations of a feed: what stands now (`latest-*`), or in the period. `within` is the share of values in
   * [low, high], `latest-inside` how many things stand there; `latest-ratio` is the sum of `metric` over that of `over`, of the
   * things that told both. A latest value that is older than `latestHours` (default 24) is no state of the city any more.
   */
  z.object({
    kind: z.literal('observation'),
    feed: feedIdSchema,
    metric: z.string(),
    statistic: z.enum([
      'latest-mean',
      'latest-count',
      'latest-sum',
      'latest-max',
      'latest-inside',
      'latest-ratio',
      'mean',
      'median',
      'max',
      'sum',
      'count',
      'entities',
      'within',
    ]),
    low: z.number().optional(),
    high: z.number().optional(),
    over: z.string().optional(),
    latestHours: z.number().min(0.1).max(2400).optional(),
  }),
  /**
   * Notices active at `at`. `clear-time`: of those that were over in the period the median of the time from their beginning to their
   * end, in milliseconds.
   */
  z.object({
    kind: z.literal('notices'),
    noticeType: z.string().optional(),
    minSeverity: z.string().optional(),
    statistic: z.literal('clear-time').optional(),
  }),
  /** Open cases over cases handled per working day of the last `days` whole days: how long the desk would need for them. */
  z.object({ kind: z.literal('backlog-days'), days: z.number().int().min(1) }),
  /**
   * Of the procedures in force at `at` whose level is told: offered online; of those offered online, with a dossier sent online
   * in the period; of those that bear a fee, payable online.
   */
  z.object({
    kind: z.literal('catalogue'),
    statistic: z.enum(['online-share', 'online-with-dossier-share', 'payable-online-share']),
  }),
  /**
   * Of the sources themselves, as the service saw them in its own time: how many stand so at `at` (`none`: never heard); the share of
   * signs of life that came of those due in the seven days before `at` (`contacts`); what was taken and what was not in the period,
   * by whole quarter hours; milliseconds since the last self-audit, and the numbers that differed in it.
   */
  z.object({
    kind: z.literal('conduct'),
    statistic: z.enum([
      ...freshnessStateSchema.options,
      'contacts',
      'accepted',
      'duplicates',
      'quarantined',
      'conflicts',
      'dropped',
      'audit-age',
      'audit-differences',
    ]),
  }),
  /** Not counted but stated for a period: the approved report of the newest period that ended by `at`. Never a sum of units. */
  z.object({
    kind: z.literal('stated'),
    indicator: codeSchema,
    /** How often it should be stated anew; a period is one of these, or a single day. */
    cadence: z.enum(['month', 'quarter', 'year']),
    /** The counted figure that speaks of the same thing: the two are shown side by side, never mixed. `null`: none. */
    counted: kpiIdSchema.nullable(),
  }),
]);
export type Formula = z.infer<typeof formulaSchema>;
export type Terms = z.infer<typeof termsSchema>;

/** What was published of the figure for a stretch of days, to hold it against: shown with its source, never mixed with what is counted. */
export const publishedValueSchema = z.object({
  from: daySchema,
  /** Included. */
  to: daySchema,
  value: z.number(),
  basis: namesSchema,
});
export type PublishedValue = z.infer<typeof publishedValueSchema>;

export const kpiDefinitionSchema = z.object({
  id: kpiIdSchema,
  version: z.number().int().min(1),
  validFrom: daySchema,
  names: namesSchema,
  /** What exactly is counted, in one sentence each. */
  meaning: namesSchema,
  center: z.string(),
  caseKind: caseKindSchema.default('dossier'),
  /** On the stream, for whoever watches; others are only asked for, such as those of a report form. */
  live: z.boolean().default(true),
  /** UCUM, or `{dossier}`-like annotations; `1` for shares in [0, 1] and nothing else: it is what screens and files write in per cent. */
  unitOfMeasure: z.string(),
  formula: formulaSchema,
  /** Which way is better. */
  direction: z.enum(['up', 'down', 'none']),
  /** Of other years or seasons, oldest first; empty: none is known. */
  published: z.array(publishedValueSchema).default([]),
  /** Legal or technical source of the rule. */
  basis: namesSchema,
});
export type KpiDefinition = z.infer<typeof kpiDefinitionSchema>;

/** What should be reached by when, for one unit. The figure's `direction` says which side of `value` is the good one. */
export const targetSchema = z.object({
  kpi: kpiIdSchema,
  unit: z.string(),
  value: z.number(),
  /** The far end of a range that was named ("80–100%"): `value` is where it is met. `null`: one value. */
  upTo: z.number().nullable().default(null),
  /** Whom it holds to account where the unit alone does not say it. */
  scope: namesSchema.nullable().default(null),
  /** Where the way begins; `null`: not known, so there is no pace. */
  from: z.object({ day: daySchema, value: z.number() }).nullable(),
  /** First day on which it stood; `null`: since ever. */
  validFrom: daySchema.nullable().default(null),
  /** Last day to reach it. */
  by: daySchema,
  basis: namesSchema,
  /** What kind of text says so. */
  basisKind: z.enum(['law', 'plan', 'press']).default('plan'),
  /** Id of the programme that it belongs to; `null`: none. */
  programme: z.string().nullable().default(null),
});
export type Target = z.infer<typeof targetSchema>;

/** Targets that were set together. */
export const programmeSchema = z.object({
  id: z.string(),
  names: namesSchema,
  /** Where the targets are told. */
  basis: namesSchema,
});
export type Programme = z.infer<typeof programmeSchema>;
