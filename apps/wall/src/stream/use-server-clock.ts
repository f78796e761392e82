import { useEffect, useReducer } from 'react';

import { useStream } from './stream-context.ts';
import { openTimer } from './timer.ts';

/** The ledger's now, read again each `everyMs` (default 1000), on the ledger's full seconds; `null`: not known. */
export function useLedgerNow(everyMs = 1000): number | null {
  const { ledgerNowMs, watchBeats } = useStream();
  const [, readAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = openTimer();
    const next = (now: number): void =>
      timer.start(everyMs - (now % everyMs), () => {
        readAgain();
        next(ledgerNowMs() ?? 0);
      });
    // The first heartbeat tells what time it is; who waits for it does not wait for `everyMs` too.
    const stop = watchBeats(() => {
      const now = ledgerNowMs();
      if (now === null) return;
      stop();
      readAgain();
      next(now);
    });
    const now = ledgerNowMs();
    if (now !== null) {
      stop();
      next(now);
    }
    return () => {
      stop();
      timer.stop();
    };
  }, [ledgerNowMs, watchBeats, everyMs]);
  return ledgerNowMs();
}
