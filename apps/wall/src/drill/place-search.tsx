import type { Procedure, Unit } from '@flagtower/contracts';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';

import { useCity } from '../city/city-view.ts';
import { useGoTo } from '../navigation/go-to.ts';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import type { LevelPlace } from './drill-place.ts';
import { drillWords } from './drill-words.ts';
import { isTyping } from './keyboard.ts';
import { matchRank } from './name-match.ts';

const MOST_FOUND = 10;

interface Found {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly rank: number;
  readonly place: LevelPlace;
}

/** A unit or a procedure by what somebody remembers of its name. */
export function PlaceSearch({ units }: { readonly units: readonly Unit[] }): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { place, href } = useDrillFrame();
  const city = useCity();
  const goTo = useGoTo();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useSlash(field);
  const found = useMemo(
    () =>
      foundFor(typed, { units, procedures: city?.procedures ?? [], place, locale, procedureHere: words.procedureHere }),
    [typed, units, city, place, locale, words],
  );
  const go = (to: Found | undefined): void => {
    if (to === undefined) return;
    setTyped('');
    field.current?.blur();
    goTo(href({ place: to.place }));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') go(found[chosen]);
    else if (event.key === 'Escape') {
      setTyped('');
      field.current?.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = typed.trim() !== '';
  return (
    <div className="place-search">
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-label={words.search}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={isOpen && found[chosen] !== undefined ? `${list}-${String(chosen)}` : undefined}
        placeholder={words.search}
        title={words.searchHint}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      {isOpen && found.length === 0 ? <p className="place-found note">{words.nothingFound}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list that a field owns has no tag of its own that can be drawn */}
      <div id={list} role="listbox" aria-label={words.search} className="place-found" hidden={found.length === 0}>
        {found.map((each, index) => (
          <Option
            key={each.key}
            id={`${list}-${String(index)}`}
            found={each}
            isChosen={index === chosen}
            onChoose={go}
          />
        ))}
      </div>
    </div>
  );
}

function Option({
  id,
  found,
  isChosen,
  onChoose,
}: {
  readonly id: string;
  readonly found: Found;
  readonly isChosen: boolean;
  readonly onChoose: (found: Found) => void;
}): ReactNode {
  // The keys are the field's; a press must not take the focus away from it before it is read.
  const onPointerDown = (event: PointerEvent): void => {
    event.preventDefault();
    onChoose(found);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
    <div id={id} role="option" tabIndex={-1} aria-selected={isChosen} onPointerDown={onPointerDown}>
      {found.name} <span className="note">{found.note}</span>
    </div>
  );
}

/** `/` goes to the field from anywhere that is not a field itself. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [field]);
}

function foundFor(
  typed: string,
  {
    units,
    procedures,
    place,
    locale,
    procedureHere,
  }: {
    readonly units: readonly Unit[];
    readonly procedures: readonly Procedure[];
    readonly place: LevelPlace;
    readonly locale: 'vi' | 'en';
    readonly procedureHere: string;
  },
): Found[] {
  const ofUnits = units.flatMap((unit): Found[] => {
    const rank = matchRank(typed, unit.names[locale], unit.code) ?? matchRank(typed, unit.names.vi, unit.code);
    if (rank === null) return [];
    return [
      {
        key: `unit ${unit.code}`,
        name: unit.names[locale],
        note: unit.type[locale],
        rank,
        place: { kind: 'level', unit: unit.parent === null ? null : unit.code, group: null, procedure: null },
      },
    ];
  });
  const ofProcedures = procedures.flatMap((procedure): Found[] => {
    const rank = matchRank(typed, procedure.names[locale], procedure.code);
    if (rank === null) return [];
    return [
      {
        key: `procedure ${procedure.code}`,
        name: procedure.names[locale],
        note: procedureHere,
        // Of equals the unit comes first: there are fewer of them with such a name.
        rank: rank + 0.5,
        place: { ...place, group: procedure.group, procedure: procedure.code },
      },
    ];
  });
  return [...ofUnits, ...ofProcedures]
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, locale))
    .slice(0, MOST_FOUND);
}
