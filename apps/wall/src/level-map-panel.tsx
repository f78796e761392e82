import type { Unit } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useCity } from './city/city-view.ts';
import type { DrillFrame } from './drill/drill-frame.ts';
import { byUnitQuery, figureWords } from './drill/drill-requests.ts';
import { drillWords } from './drill/drill-words.ts';
import { figureText, kindOf } from './drill/figure-text.ts';
import { Panel } from './look/panel.tsx';
import { useGoTo } from './navigation/go-to.ts';
import { useLevelCells } from './unit-map/level-cells.ts';
import { LevelMap } from './unit-map/level-map.tsx';
import { useWords } from './words/language.tsx';

/**
 * The units of a level by its figure. A unit that has none below it is shown among those beside it, at the very same cut:
 * a figure of one commune says little before one sees its neighbours'.
 */
export function LevelMapPanel({
  frame,
  units,
}: {
  readonly frame: DrillFrame;
  /** Units of the level's geography. */
  readonly units: readonly Unit[];
}): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const goTo = useGoTo();
  const city = useCity();
  const { answer, measure, names, place } = frame;
  const shown = useShownUnits(frame, units, city?.root ?? null);
  const cells = useLevelCells(answer.geography, shown?.within ?? null);
  if (shown === null || city === null) return null;
  const { values, within, isOwn } = shown;
  const kind = kindOf(answer.level.cards.find(({ kpi }) => kpi === measure)?.now.unitOfMeasure ?? '');
  const textOf = (code: string): string => `${names.unit(code)}: ${figureText(values.get(code) ?? null, kind, locale)}`;
  const title = `${within === place.unit ? words.map.title : words.map.among}: ${names.kpi(measure)}`;
  return (
    <Panel area="level-map" name={words.map.title} title={title} measured={`${words.map.low} · ${words.map.unknown}`}>
      {cells === null || cells.features.length === 0 ? (
        <p className="label">{words.map.none}</p>
      ) : (
        <>
          <LevelMap
            cells={cells}
            center={city.map.center}
            values={values}
            textOf={textOf}
            here={place.unit}
            name={title}
            onChoose={(code) =>
              goTo(
                frame.href({
                  place: isOwn ? { kind: 'level', unit: code, group: null, procedure: null } : { ...place, unit: code },
                }),
              )
            }
          />
          <p className="note">{words.map.schematic}</p>
        </>
      )}
    </Panel>
  );
}

interface ShownUnits {
  readonly values: ReadonlyMap<string, number>;
  /** The unit whose children these are; `null`: the whole city. */
  readonly within: string | null;
  /** They are of the level itself, not beside it. */
  readonly isOwn: boolean;
}

/** The level's own units, else those beside it; `null` while they are fetched, and where there are none. */
function useShownUnits(
  { answer, measure, place }: DrillFrame,
  units: readonly Unit[],
  root: string | null,
): ShownUnits | null {
  const rows = answer.level.units?.rows ?? [];
  const isOwn = rows.length > 0;
  const within = isOwn ? place.unit : unitAround(units, place.unit, root);
  const beside = useQuery({
    ...byUnitQuery(measure, figureWords({ ...place, unit: within }, answer)),
    enabled: !isOwn && units.length > 0,
  }).data;
  if (isOwn) return { values: valuesOf(rows, measure), within, isOwn };
  return beside === undefined || beside.size === 0 ? null : { values: beside, within, isOwn };
}

function valuesOf(
  rows: NonNullable<DrillFrame['answer']['level']['units']>['rows'],
  measure: string,
): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(({ code, figures }): [string, number][] => {
      const value = figures[measure]?.value ?? null;
      return value === null ? [] : [[code, value]];
    }),
  );
}

/** The unit itself where units are below it, else the one above it; `null`: the whole city. */
function unitAround(units: readonly Unit[], unit: string | null, root: string | null): string | null {
  const around = units.some(({ parent }) => parent === unit)
    ? unit
    : (units.find(({ code }) => code === unit)?.parent ?? null);
  return around === root ? null : around;
}
