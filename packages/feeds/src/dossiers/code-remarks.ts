import { codeDisagreements } from '@flagtower/domain';

import { momentReader } from '../times/moment.ts';
import type { DossierDraft } from './dossier-draft.ts';

/** Names of what a draft's dossier code says otherwise than the draft; nothing where it does not tell the receipt. */
export type CodeRemarks = (draft: DossierDraft) => readonly string[];

/** Codes of Vietnamese one-stop software: form, date and unit part against the receipt that the row tells. */
export function vietnameseCodeRemarks(zone: string): CodeRemarks {
  const read = momentReader(['yyyy-MM-dd'], zone);
  return ({ dossier, steps, unit }) => {
    const received = steps.find(({ step }) => step === 'received');
    if (received === undefined) return [];
    const at = Date.parse(received.at);
    return codeDisagreements(dossier, {
      receivedOn: (day) => {
        const [start, end] = [read(day, 'start'), read(day, 'end')];
        return start !== null && end !== null && start.epochMs <= at && at <= end.epochMs;
      },
      unit: unit ?? null,
    });
  };
}
