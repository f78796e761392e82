import { csvOf, pictureOf, pngOf, svgOf, type BarChartOption, type ExportedView } from '@flagtower/charts';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { fontFamily, useLook } from '../look/theme.tsx';
import { useWords } from '../words/language.tsx';
import { download, fileName } from './download.ts';
import { useExportStamp, type ExportStamp } from './export-stamp.ts';
import { embeddedFontFaces } from './font-faces.ts';

import './export-menu.css';

interface ChartOrder {
  readonly option: BarChartOption;
  readonly width: number;
  readonly height: number;
}

interface ExportMenuProps {
  readonly title: string;
  readonly view: (stamp: ExportStamp) => ExportedView;
  /** The chart of the panel in the size of its picture; absent: the picture shows the table. */
  readonly chart?: () => ChartOrder;
}

type Format = 'png' | 'svg' | 'csv';
const FORMATS: readonly Format[] = ['png', 'svg', 'csv'];
/** A picture twice as fine as the screen's pixels can be printed. */
const PNG_SCALE = 2;

/** What the panel shows, as a file. Quiet until somebody points at the panel or comes by with the keyboard. */
export function ExportMenu({ title, view, chart }: ExportMenuProps): ReactNode {
  const words = useWords();
  const stamp = useExportStamp();
  const { palette } = useLook();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useDismissal(menu, open, () => setOpen(false));

  const save = async (format: Format): Promise<void> => {
    const shown = view(stamp);
    const name = fileName(shown.name, new Date(), format);
    if (format === 'csv') return download(name, new Blob([csvOf(shown)], { type: 'text/csv;charset=utf-8' }));
    // Only who exports a chart fetches what draws it without a screen.
    const order = chart?.() ?? null;
    const draw = order === null ? null : await import('@flagtower/charts/chart-picture');
    if (format === 'svg') {
      const drawing = order === null || draw === null ? null : draw.chartDrawing(order);
      const svg = svgOf(shown, drawing, { palette, fontFamily, fontFaces: await embeddedFontFaces() });
      return download(name, new Blob([svg], { type: 'image/svg+xml' }));
    }
    const canvas = order === null || draw === null ? null : draw.chartCanvas(order, PNG_SCALE);
    const picture = pictureOf(shown, order, palette);
    return download(name, await pngOf(picture, { fontFamily, scale: PNG_SCALE, chart: canvas }));
  };
  const choose = (format: Format): void => {
    setOpen(false);
    save(format).then(
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
      {open ? (
        <ul className="export-list">
          {FORMATS.map((format) => (
            <li key={format}>
              <button type="button" onClick={() => choose(format)}>
                {words.exporting[format]}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
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
