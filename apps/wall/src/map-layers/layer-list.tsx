import { minuteMomentText, numberText } from '@flagtower/charts';
import type { CityView, Freshness, MapBand, MapLayer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { sourceLevels } from '../freshness/source-level.ts';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { Glyph } from './glyph.tsx';
import { scaleOf } from './layer-bands.ts';
import { layerWords } from './layer-words.ts';
import type { LayerTally } from './live-points.ts';

import './map-layers.css';

interface ListedLayer {
  readonly layer: MapLayer;
  readonly bands: readonly MapBand[];
  readonly tally: LayerTally | undefined;
  /** Of the figure that speaks of the same source, for a layer that has no thing to go by. */
  readonly fallback: Freshness | null;
}

/** What the map can show, what of it is shown, how much there is of it and how old it is; what is shown is explained below its name. */
export function LayerList({
  layers,
  shown,
  zone,
  onTurn,
  children,
}: {
  readonly layers: readonly ListedLayer[];
  readonly shown: ReadonlySet<string>;
  readonly zone: CityView['zone'];
  readonly onTurn: (layer: string, isShown: boolean) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const words = layerWords[useWords().locale];
  return (
    <fieldset className="layer-list">
      <legend className="visually-hidden">{words.layers}</legend>
      {layers.map((listed) => (
        <LayerRow
          key={listed.layer.id}
          listed={listed}
          isShown={shown.has(listed.layer.id)}
          zone={zone}
          onTurn={onTurn}
        />
      ))}
      {children}
    </fieldset>
  );
}

function LayerRow({
  listed: { layer, bands, tally, fallback },
  isShown,
  zone,
  onTurn,
}: {
  readonly listed: ListedLayer;
  readonly isShown: boolean;
  readonly zone: CityView['zone'];
  readonly onTurn: (layer: string, isShown: boolean) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = layerWords[locale];
  const text = (count: number): string => numberText(count, locale);
  const count =
    tally === undefined || !tally.isKnown ? words.waiting : words.count(text(tally.drawn), text(tally.told));
  return (
    <div className="layer-row" data-layer={layer.id}>
      <label className="layer-name">
        <input type="checkbox" checked={isShown} onChange={({ target }) => onTurn(layer.id, target.checked)} />
        {bands.some(({ level }) => level !== 'normal') || layer.tells.kind === 'notices' ? null : (
          <Glyph shape={layer.shape} level="normal" />
        )}
        <span>{layer.names[locale]}</span>
        <b className="layer-count">{count}</b>
      </label>
      {layer.tells.kind === 'readings' && tally?.isKnown === true && tally.told === 0 ? (
        <p className="note layer-age">{words.none}</p>
      ) : null}
      <LayerAge freshness={tally?.freshness ?? fallback} zone={zone} />
      {isShown && hasKey(layer, tally) ? <Key layer={layer} bands={bands} /> : null}
    </div>
  );
}

/** Marks of what is not there explain nothing. */
function hasKey({ tells }: MapLayer, tally: LayerTally | undefined): boolean {
  return tells.kind === 'readings' || (tally?.drawn ?? 0) > 0;
}

/** Nothing of a layer that is live but its age; one that is not says since when, with its mark. */
function LayerAge({
  freshness,
  zone,
}: {
  readonly freshness: Freshness | null;
  readonly zone: CityView['zone'];
}): ReactNode {
  const words = useWords();
  const { state, ageText } = useFreshness(freshness);
  if (freshness === null) return null;
  const since =
    freshness.observedAt === null
      ? ''
      : layerWords[words.locale].since(minuteMomentText(Date.parse(freshness.observedAt), zone));
  return (
    <p className="note layer-age" data-age={state}>
      {state === 'live' ? null : <Mark level={sourceLevels[state]} name={null} size={12} />}{' '}
      {[words.freshness.states[state], state === 'live' ? ageText : since].filter((part) => part !== '').join(' · ')}
    </p>
  );
}

function Key({ layer, bands }: { readonly layer: MapLayer; readonly bands: readonly MapBand[] }): ReactNode {
  const { locale } = useWords();
  const words = layerWords[locale];
  if (layer.tells.kind === 'notices' || layer.tells.kind === 'incidents')
    return (
      <ul className="layer-key note">
        {(['critical', 'warning', 'watch'] as const).map((level) => (
          <li key={level}>
            {layer.tells.kind === 'notices' ? (
              <Mark level={level} name={null} size={14} />
            ) : (
              <Glyph shape={layer.shape} level={level} />
            )}{' '}
            {words.noticeKey[level]}
          </li>
        ))}
      </ul>
    );
  const drawn =
    layer.tells.kind === 'readings' && layer.tells.onlyAbnormal
      ? bands.filter(({ level }) => level !== 'normal')
      : bands;
  if (drawn.length === 0) return null;
  return (
    <ul className="layer-key note">
      {drawn.map((band, at) => (
        <li key={band.names.vi}>
          <Glyph shape={layer.shape} level={band.level} scale={scaleOf(bands, at)} /> {band.names[locale]}
        </li>
      ))}
    </ul>
  );
}
