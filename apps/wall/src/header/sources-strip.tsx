import type { Freshness, SourceCell } from '@flagtower/contracts';
import { useState, type ReactNode } from 'react';

import { shortName } from '../cells/source-names.ts';
import { sourceLevels } from '../freshness/source-level.ts';
import { useFreshness } from '../freshness/use-freshness.ts';
import { useSourcesNow } from '../freshness/use-sources-now.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { SourcesBoard } from './sources-board.tsx';

/** The worst of them, as many as have room beside the scene's name; the board behind them has all. */
const CHIPS = 4;

/** The freshness of every source, the worst first; a press opens the whole board. */
export function SourcesStrip({
  sources,
  zone,
}: {
  /** `null`: not told yet. */
  readonly sources: readonly SourceCell[] | null;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const sorted = useSourcesNow(sources ?? []);
  return (
    <div className="sources">
      <button
        type="button"
        className="sources-strip"
        title={words.sources.open}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {sorted.length > 0 ? (
          <>
            <span className="sources-chips">
              {sorted.slice(0, CHIPS).map((source) => (
                <Chip key={source.id} name={shortName(source.names[words.locale])} freshness={source.freshness} />
              ))}
            </span>
            <span className="note nowrap">{words.sources.all(String(sorted.length))}</span>
          </>
        ) : null}
        {sorted.length === 0 ? (
          <span className="note">{sources === null ? words.loading : words.sources.none}</span>
        ) : null}
      </button>
      {open ? <SourcesBoard sources={sorted} zone={zone} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function Chip({ name, freshness }: { readonly name: string; readonly freshness: Freshness }): ReactNode {
  const words = useWords();
  const { state, ageText } = useFreshness(freshness);
  const level = sourceLevels[state];
  const text =
    state === 'late'
      ? words.freshness.late(ageText)
      : state === 'stale'
        ? words.freshness.stale(ageText)
        : state === 'live'
          ? ageText
          : words.freshness.states[state];
  return (
    <span className="source" data-state={state}>
      <Mark level={level} name={words.freshness.states[state]} size={14} />
      <span className="source-name clip">{name}</span>
      <span className="note nowrap source-age" style={{ color: levelColor(level) }}>
        {text}
      </span>
    </span>
  );
}
