import { clockText, dayText, weekdayText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useContact } from '../stream/use-topic.ts';
import { useWords } from '../words/language.tsx';

/** The clock of the ledger by the server, in the ledger's zone. Without contact it is set in grey: nobody confirms it. */
export function Clock({ zone }: { readonly zone: string }): ReactNode {
  const now = useLedgerNow();
  const { contact } = useContact();
  const words = useWords();
  return (
    <div className="clock" data-contact={contact}>
      <div className="clock-time nowrap">{now === null ? '--:--:--' : clockText(now, zone)}</div>
      <div className="note nowrap">
        {now === null ? words.loading : `${weekdayText(now, zone, words.locale)}, ${dayText(now, zone)}`}
      </div>
    </div>
  );
}
