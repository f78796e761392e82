import type { CityView, MapLayer } from '@flagtower/contracts';
import { useEffect, useRef, type ReactNode } from 'react';

import { ledgerDay } from './cells/ledger-day.ts';
import { IncidentLines } from './center-map-incidents.tsx';
import { NoticeLines, ThingLines, UnitLines } from './center-map-lines.tsx';
import { layerWords } from './map-layers/layer-words.ts';
import type { Pressed } from './map-layers/layers-on-map.ts';
import type { MapPoint } from './map-layers/map-point.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { useWords } from './words/language.tsx';

const LOOK_AGAIN_MS = 60_000;

/** What lies under a press, each with its way on. Escape closes it. */
export function MapPopup({
  city,
  center,
  layers,
  pressed,
  valueOf,
  onClose,
}: {
  readonly city: CityView;
  readonly center: string;
  readonly layers: readonly MapLayer[];
  /** In pixels of the map's frame. */
  readonly pressed: Pressed & { readonly frame: { readonly width: number; readonly height: number } };
  /** Of a layer by unit. */
  readonly valueOf: (layer: string, unit: string) => number | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = layerWords[useWords().locale];
  const now = useLedgerNow(LOOK_AGAIN_MS);
  const day = now === null ? null : ledgerDay(now, city.zone);
  const close = useRef<HTMLButtonElement>(null);
  // Another press is another dialog: its key changes.
  useEffect(() => close.current?.focus({ preventScroll: true }), []);
  const linesOf = (point: MapPoint): ReactNode => {
    const layer = layers.find(({ id }) => id === point.layer);
    if (layer === undefined) return null;
    const { tells } = layer;
    const key = `${point.layer} ${point.key}`;
    if (tells.kind === 'readings')
      return <ThingLines key={key} city={city} center={center} entity={point.key} tells={tells} day={day} />;
    if (tells.kind === 'incidents') return <IncidentLines key={key} city={city} incident={point.key} />;
    return <UnitLines key={key} city={city} unit={point.key} layer={layer} value={valueOf(point.layer, point.key)} />;
  };
  return (
    // A press of Escape anywhere in it closes it, as it does every dialog.
    <dialog
      open
      className="layers-popup label"
      aria-label={words.under}
      style={besidePress(pressed)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div className="layers-popup-head">
        <strong>{words.under}</strong>
        <button ref={close} type="button" className="layers-popup-close" aria-label={words.close} onClick={onClose}>
          ×
        </button>
      </div>
      <ul>
        {pressed.notices.map((key) => (
          <NoticeLines key={key} zone={city.zone} notice={key} />
        ))}
        {uniqueThings(pressed.points, layers).map(linesOf)}
      </ul>
    </dialog>
  );
}

/** A stretch of road under two layers is one thing. */
function uniqueThings(points: readonly MapPoint[], layers: readonly MapLayer[]): MapPoint[] {
  const feedOf = (id: string): string => {
    const tells = layers.find((layer) => layer.id === id)?.tells;
    return tells?.kind === 'readings' ? tells.feed : id;
  };
  return [...new Map(points.map((point) => [`${feedOf(point.layer)} ${point.key}`, point])).values()];
}

/** Towards the middle of the frame, so that it is never cut off. */
function besidePress({
  x,
  y,
  frame: { width, height },
}: {
  readonly x: number;
  readonly y: number;
  readonly frame: { readonly width: number; readonly height: number };
}): Record<string, number> {
  const gap = 10;
  return {
    ...(x < width / 2 ? { left: x + gap } : { right: width - x + gap }),
    ...(y < height / 2 ? { top: Math.max(0, y + gap) } : { bottom: Math.max(0, height - y + gap) }),
  };
}
