import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { incidentIdSchema } from './incident.ts';
import { kpiValueSchema } from './kpi.ts';
import { noticeSchema, severitySchema } from './notice.ts';
import { pointSchema } from './observation.ts';
import { sourceStatusSchema } from './source.ts';
import { daySchema, instantSchema } from './time.ts';

/** Periods that the wall shows; all are cut in the ledger's zone and end at the cut's `at`. `now` is for states. */
export const periodSchema = z.enum(['now', 'hour', 'today', 'month', 'year', 'all']);
export type Period = z.infer<typeof periodSchema>;

/** Topic `kpis/{unit}`; key `{kpi}|{period}`. */
export const kpiCellSchema = kpiValueSchema
  .omit({ key: true, stated: true, reasons: true, thing: true, measured: true })
  .extend({
    kpi: z.string(),
    period: periodSchema,
    from: instantSchema.nullable(),
    /** `null`: until the topic's cut, and for `hour` and `now` `from` is `null` too: the cut says where they end. */
    to: instantSchema.nullable(),
    /** The same figure of the same stretch of the last comparable working day (`today`, `hour`) or of the period before; `null`: none known. */
    usual: z.object({ value: z.number(), of: daySchema }).nullable(),
  });
export type KpiCell = z.infer<typeof kpiCellSchema>;

/**
 * Topic `series/{id}`; key: the bucket's start as an instant. Ids: `received.hours`, `handled.hours` (25 buckets: the
 * running day's 24 hours and none more), `received.days`, `handled.days`, `online-rate.days`, `open.days` (90 days).
 */
export const seriesPointSchema = z.object({
  /** `null`: not known, drawn as a gap. */
  value: z.number().nullable(),
  /** The bucket is still running. */
  partial: z.boolean(),
  /** Median of the same bucket on the 8 comparable days before; `null` where fewer than 3 are known. */
  usual: z.number().nullable(),
});
export type SeriesPoint = z.infer<typeof seriesPointSchema>;

/** Topic `ranking/overdue`: key unit code, the worst ten. Topic `ranking/units`: every unit, for the map. */
export const rankedUnitSchema = z.object({
  unit: z.string(),
  /** Received today. */
  received: z.number(),
  /** Received today per 10,000 people; `null` where the population is not known. */
  receivedPer10k: z.number().nullable(),
  open: z.number(),
  overdue: z.number(),
  nearDue: z.number(),
  /** Overdue of open; `null` where nothing is open. */
  overdueShare: z.number().nullable(),
  /** Overdue at the end of each of the last 14 days, oldest first; `null` in `ranking/units`. */
  spark: z.array(z.number().nullable()).nullable(),
  freshness: freshnessSchema,
});
export type RankedUnit = z.infer<typeof rankedUnitSchema>;

/** Topic `ranking/channels`: key channel; of dossiers received today. */
export const channelCellSchema = z.object({
  channel: z.string(),
  received: z.number(),
  share: z.number().nullable(),
  monthShare: z.number().nullable(),
  freshness: freshnessSchema,
});
export type ChannelCell = z.infer<typeof channelCellSchema>;

/** Topic `feed/{feedId}`: key entity. The latest value of each metric of a thing. */
export const feedEntitySchema = z.object({
  entity: z.string(),
  group: z.string().nullable(),
  point: pointSchema.nullable(),
  bearing: z.number().nullable(),
  metrics: z.record(
    z.string(),
    z.object({ value: z.number().nullable(), absent: z.string().nullable(), unitOfMeasure: z.string() }),
  ),
  occurredAt: instantSchema,
  freshness: freshnessSchema,
});
export type FeedEntity = z.infer<typeof feedEntitySchema>;

/** Topic `notices`: key notice identity; what is active at the cut. */
export const noticeCellSchema = noticeSchema
  .pick({
    noticeType: true,
    category: true,
    severity: true,
    urgency: true,
    certainty: true,
    status: true,
    startsAt: true,
    endsAt: true,
    sender: true,
    texts: true,
    areas: true,
  })
  .extend({
    source: z.string(),
    version: z.number(),
    severity: severitySchema,
    /** An id of the incident that it is told of, which leads there; `null`: it is none, an exercise or roadworks. */
    incident: incidentIdSchema.nullable().default(null),
  });
export type NoticeCell = z.infer<typeof noticeCellSchema>;

/** Topic `sources`: key source id. */
export const sourceCellSchema = sourceStatusSchema;
export type SourceCell = z.infer<typeof sourceCellSchema>;
