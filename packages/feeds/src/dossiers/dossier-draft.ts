import type { dossierEventSchema } from '@flagtower/contracts';
import type { z } from 'zod';

/** A dossier event before the schema has seen it: codes and times are plain text. */
export type DossierDraft = z.input<typeof dossierEventSchema>;
