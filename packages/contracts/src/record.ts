import { z } from 'zod';

import { catalogueItemSchema } from './catalogue-item.ts';
import { dossierEventSchema } from './dossier-event.ts';
import { noticeSchema } from './notice.ts';
import { observationSchema } from './observation.ts';
import { reportSchema } from './report.ts';

/** Whatever a source sends, once a parser understood it. Append-only: a correction is a later record. */
export const recordSchema = z.discriminatedUnion('kind', [
  dossierEventSchema,
  observationSchema,
  noticeSchema,
  reportSchema,
  catalogueItemSchema,
]);
export type FlagtowerRecord = z.infer<typeof recordSchema>;
export type RecordKind = FlagtowerRecord['kind'];
