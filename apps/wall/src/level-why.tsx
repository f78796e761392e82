import { momentText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import type { DrillFrame } from './drill/drill-frame.ts';
import { stretchText } from './drill/stretch-text.ts';
import { useGoTo } from './navigation/go-to.ts';
import { WhyPanel } from './why/why-panel.tsx';

/** The reasons of a level's figure, at the level's cut; the address says which, and closing it goes back to the level. */
export function LevelWhy({ kpi, frame }: { readonly kpi: string; readonly frame: DrillFrame }): ReactNode {
  const { answer, place, names, zone, href } = frame;
  const goTo = useGoTo();
  const { from, to } = answer.level.period;
  const where = answer.level.path.map((step) => names.step(step)).join(' › ');
  return (
    <WhyPanel
      question={{
        kpi,
        ...place,
        from,
        to,
        at: answer.at,
        knownSeq: answer.knownSeq,
        geography: answer.geography,
        about: `${where} · ${stretchText(from, to < answer.at ? to : answer.at, zone)} · ${momentText(Date.parse(answer.at), zone)}`,
      }}
      onClose={() => goTo(href({ search: { why: undefined } }))}
    />
  );
}
