import type { Cut, KpiCell } from '@flagtower/contracts';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';

import { AskWhyContext, type WhyQuestion } from './navigation/ask-why.ts';
import { pageHref } from './navigation/page-href.ts';
import { latePart } from './stream/late-part.ts';
import { useWords } from './words/language.tsx';

/** Who never asks does not fetch it. */
const WhyOverScene = lazy(async () => {
  if (!('Temporal' in globalThis)) await latePart(() => import('temporal-polyfill/global'));
  return { default: (await latePart(() => import('./why/why-over-scene.tsx'))).WhyOverScene };
});

const hourMs = 3_600_000;

function everyFigure(): boolean {
  return true;
}

/** Lets every figure of the scene tell its reasons, at the cut at which it was pressed. */
export function OverviewWhy({
  cut,
  names,
  hasLevels = everyFigure,
  thingsOf,
  children,
}: {
  readonly cut: Cut | null;
  /** What figures are called on this scene, by id; absent: as on the overview. */
  readonly names?: Readonly<Record<string, string>>;
  /** Whether a figure is broken down by units on a page of its own; absent: all are. */
  readonly hasLevels?: (kpi: string) => boolean;
  /** The address of the list of things behind a measured figure; `null`: it has none. */
  readonly thingsOf?: (question: WhyQuestion) => string | null;
  readonly children: ReactNode;
}): ReactNode {
  const { periods, kpis } = useWords();
  const [question, setQuestion] = useState<WhyQuestion | null>(null);
  const ask = useCallback(
    ({ kpi, period, from, to }: KpiCell): void => {
      if (cut === null) return;
      setQuestion({
        kpi,
        unit: null,
        group: null,
        procedure: null,
        // The running hour is told by the cut alone.
        from: period === 'hour' ? new Date(Date.parse(cut.at) - hourMs).toISOString() : from,
        to,
        at: cut.at,
        knownSeq: cut.knownSeq,
        geography: null,
        about: `${names?.[kpi] ?? kpis[kpi] ?? kpi} · ${periods[period]}`,
      });
    },
    [cut, names, kpis, periods],
  );
  return (
    <AskWhyContext value={ask}>
      {children}
      {question === null ? null : (
        <Suspense fallback={null}>
          <WhyOverScene
            question={question}
            {...(hasLevels(question.kpi)
              ? { detail: pageHref('/drill', { measure: question.kpi }, location.search) }
              : {})}
            things={thingsOf?.(question) ?? null}
            onClose={() => setQuestion(null)}
          />
        </Suspense>
      )}
    </AskWhyContext>
  );
}
