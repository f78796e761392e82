import type { LedgerName } from '@flagtower/contracts';
import { useEffect, useState, type ReactNode } from 'react';

import { openBeforePaint } from './before-paint.ts';
import { browserPageHost } from './browser-page-host.ts';
import { watchBuild } from './build-watch.ts';
import { streamClient } from './stream-client.ts';
import { StreamContext } from './stream-context.ts';

export interface StreamProviderProps {
  readonly ledger: LedgerName;
  /** From `readToken`; `null`: none. */
  readonly token: string | null;
  readonly children: ReactNode;
}

/** Owns the page's one socket. Another ledger is another connection; its topics start anew. */
export function StreamProvider({ ledger, token, children }: StreamProviderProps): ReactNode {
  return (
    <OneStream key={`${ledger} ${token ?? ''}`} ledger={ledger} token={token}>
      {children}
    </OneStream>
  );
}

function OneStream({ ledger, token, children }: StreamProviderProps): ReactNode {
  const [client] = useState(() =>
    streamClient({
      ledger,
      token,
      monotonic: () => performance.now(),
      random: Math.random,
      beforePaint: openBeforePaint(),
      onBuild: watchBuild(browserPageHost, null),
    }),
  );
  useEffect(() => {
    client.open();
    return client.close;
  }, [client]);
  return <StreamContext value={client}>{children}</StreamContext>;
}
