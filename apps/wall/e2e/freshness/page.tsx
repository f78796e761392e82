import { freshnessSchema, type Freshness } from '@flagtower/contracts';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';

import { Fresh } from '../../src/freshness/fresh.tsx';
import { StreamProvider } from '../../src/stream/stream-provider.tsx';
import { useTopic } from '../../src/stream/use-topic.ts';
import { valueReader } from '../../src/stream/value-reader.ts';

import '../../src/look/tokens.css';

/** A page of nothing but numbers, as many as the address asks for, each with the freshness that the topic tells. */
const readValues = valueReader<{ value: number; freshness: Freshness }>(
  z.object({ value: z.number(), freshness: freshnessSchema }),
);

function Numbers(): ReactNode {
  const { state } = useTopic('kpis/01');
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)', gap: 16, padding: 16 }}>
      {[...readValues(state)].map(([key, { value, freshness }]) => (
        <div key={key} id={key} style={{ background: 'var(--g1)', padding: 8 }}>
          <Fresh freshness={freshness}>
            <span style={{ fontSize: 48 }}>{value}</span>
          </Fresh>
        </div>
      ))}
    </div>
  );
}

const root = document.querySelector('#page');
if (root === null) throw new TypeError('the page has no root');
createRoot(root).render(
  <StreamProvider ledger="trial" token={null}>
    <Numbers />
  </StreamProvider>,
);
