import type { ExportedView, Illustration } from '@flagtower/charts';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { useLook } from '../look/theme.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { useExportStamp, type ExportStamp } from './export-stamp.ts';
import { exportFormats, saveView, type ChartOrder, type ExportFormat } from './save-view.ts';

import './export-menu.css';

interface ExportMenuProps {
  readonly title: string;
  readonly view: (stamp: ExportStamp) => ExportedView;
  /** The chart of the panel in the size of its picture; absent: the picture shows the table. */
  readonly chart?: () => ChartOrder;
  /** What the panel draws by hand; `null`: it draws nothing now, and the picture shows the table. */
  readonly illustration?: () => Illustration | null;
}

/** What the panel shows, as a file. Quiet until somebody points at the panel or comes by with the keyboard. */
export function ExportMenu({ title, view, chart, illustration }: ExportMenuProps): ReactNode {
  const words = useWords();
  const stamp = useExportStamp();
  const { palette } = useLook();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useDismissal(menu, open, () => setOpen(false));

  const choose = (format: ExportFormat): void => {
    setOpen(false);
    saveView(format, view(stamp), chart?.() ?? illustration?.() ?? null, palette).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };

  return (
    <div className="export" ref={menu} data-open={open}>
      <button
        type="button"
        className="export-button"
        aria-haspopup="true"
        aria-expanded={open}
        aria-label={words.exporting.open(title)}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.500h11" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      {failed ? (
        <span className="export-failed" role="alert">
          {words.exporting.failed}
        </span>
      ) : null}
      {open ? <Formats words={words} onChoose={choose} /> : null}
    </div>
  );
}

function Formats({
  words,
  onChoose,
}: {
  readonly words: Words;
  readonly onChoose: (format: ExportFormat) => void;
}): ReactNode {
  return (
    <ul className="export-list">
      {exportFormats.map((format) => (
        <li key={format}>
          <button type="button" onClick={() => onChoose(format)}>
            {words.exporting[format]}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A menu closes on Escape and on a press elsewhere. */
function useDismissal(menu: React.RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) close();
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPress);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPress);
    };
  });
}
