import { useEffect, useMemo, useReducer } from 'react';

import { useStream } from './stream-context.ts';

/** Clocks to read, not moments: the same object for the life of the stream. All in epoch milliseconds. */
export interface ServerClock {
  /** `null` before the first heartbeat: then no time is known, for the browser's own is not asked. */
  readonly serverNowMs: () => number | null;
  /** The clock of the ledger that the page shows; `null`: not told. */
  readonly ledgerNowMs: () => number | null;
  /** 1, but where a replay drives the ledger. */
  readonly ledgerSpeed: () => number;
}

export function useServerClock(): ServerClock {
  const { serverNowMs, ledgerNowMs, ledgerSpeed } = useStream();
  return useMemo(() => ({ serverNowMs, ledgerNowMs, ledgerSpeed }), [serverNowMs, ledgerNowMs, ledgerSpeed]);
}

/** The ledger's now, read again each `everyMs` (default 1000), on the ledger's full seconds; `null`: not known. */
export function useLedgerNow(everyMs = 1000): number | null {
  const { ledgerNowMs } = useServerClock();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = (): void => {
      const now = ledgerNowMs() ?? 0;
      timer = setTimeout(
        () => {
          tick();
          next();
        },
        everyMs - (now % everyMs),
      );
    };
    next();
    return () => clearTimeout(timer);
  }, [ledgerNowMs, everyMs]);
  return ledgerNowMs();
}
