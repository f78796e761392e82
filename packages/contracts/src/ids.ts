import { z } from 'zod';

/** A system that sends us data; chosen by the operator, part of addresses. */
export const sourceIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'a source id is a-z, 0-9 and -, at most 63 characters')
  .brand<'SourceId'>();
export type SourceId = z.infer<typeof sourceIdSchema>;

/**
 * A code of a list (unit, procedure, channel, activity, metric …): letters of any script, digits and a few signs, 80
 * characters at most. Names of people do not belong here; a mapping names the columns that may.
 */
export const codeSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M} .,:;&()'’/+_#*-]{0,79}$/u, 'not a code of at most 80 characters');

export const unitCodeSchema = codeSchema.brand<'UnitCode'>();
export type UnitCode = z.infer<typeof unitCodeSchema>;
export const procedureCodeSchema = codeSchema.brand<'ProcedureCode'>();
export type ProcedureCode = z.infer<typeof procedureCodeSchema>;
export const channelSchema = codeSchema.brand<'Channel'>();
export type Channel = z.infer<typeof channelSchema>;
/** The source's own id of a dossier, opaque to us, unique in the source's namespace. Never shown on a wall. */
export const dossierCodeSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/#-]{0,99}$/u, 'not a dossier code of at most 100 characters')
  .brand<'DossierCode'>();
export type DossierCode = z.infer<typeof dossierCodeSchema>;
export const feedIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,62}$/)
  .brand<'FeedId'>();
export type FeedId = z.infer<typeof feedIdSchema>;
export const entityIdSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)
  .brand<'EntityId'>();
export type EntityId = z.infer<typeof entityIdSchema>;
export const kpiIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9.-]{0,79}$/)
  .brand<'KpiId'>();
export type KpiId = z.infer<typeof kpiIdSchema>;

/** The books: what is real, what is tried out, what a generator made. One wall shows one of them and says which. */
export const ledgerNameSchema = z.enum(['real', 'trial', 'simulated']);
export type LedgerName = z.infer<typeof ledgerNameSchema>;

/** Position in a ledger's commit order, from 1; gaps are possible, going back is not. Safe as a JS number (< 2^53). */
export const seqSchema = z.number().int().min(0).brand<'Seq'>();
export type Seq = z.infer<typeof seqSchema>;
