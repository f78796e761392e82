import type { DrillCard, DrillFigure, KpiValue } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Fresh } from '../freshness/fresh.tsx';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Mark } from '../look/mark.tsx';
import { useGoTo } from '../navigation/go-to.ts';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import { figureWords, handlingQuery } from './drill-requests.ts';
import { drillWords } from './drill-words.ts';
import { differenceText, figureText, isWorse, kindOf, type FigureKind } from './figure-text.ts';
import { stretchText } from './stretch-text.ts';

/** The level's figures, each beside what it is held against and what it comes to since the beginning. */
export function LevelCards(): ReactNode {
  const { locale } = useWords();
  const { answer } = useDrillFrame();
  return (
    <section className="level-cards" aria-label={drillWords[locale].cards}>
      {answer.level.cards.map((card) => (
        <Card key={card.kpi} card={card} />
      ))}
      <HandlingCards />
    </section>
  );
}

function Card({ card }: { readonly card: DrillCard }): ReactNode {
  const { locale, kpis } = useWords();
  const words = drillWords[locale];
  const { names, measure, href } = useDrillFrame();
  const goTo = useGoTo();
  const { kpi, now } = card;
  const kind = kindOf(now.unitOfMeasure);
  const name = kpis[kpi] ?? names.kpi(kpi);
  return (
    <article className="level-card" aria-label={name} data-kpi={kpi}>
      {kind === 'time' ? (
        <h2 className="card-name">{name}</h2>
      ) : (
        <h2 className="card-name">
          <button
            type="button"
            aria-pressed={measure === kpi}
            title={words.show(name)}
            onClick={() => goTo(href({ search: { measure: kpi, sort: kpi } }))}
          >
            {name}
          </button>
        </h2>
      )}
      <Value card={card} name={name} />
      <Compared card={card} />
      <p className="note card-parts">{partsText(card, kind, locale)}</p>
    </article>
  );
}

/** What the figure is made of, and what it comes to since the beginning; a state says that it has no period. */
function partsText({ now, cumulative }: DrillCard, kind: FigureKind, locale: 'vi' | 'en'): string {
  const words = drillWords[locale];
  const sum = cumulative === null ? null : words.cumulative(figureText(cumulative.value, kind, locale));
  if (kind === 'time') return words.ofDossiers(figureText(now.denominator, 'count', locale));
  if (now.denominator === null) return sum ?? words.stateNow;
  const parts = words.of(figureText(now.numerator, 'count', locale), figureText(now.denominator, 'count', locale));
  return sum === null ? parts : `${parts} · ${sum}`;
}

/** The number opens its reasons; its age is drawn on it. */
function Value({ card: { kpi, now }, name }: { readonly card: DrillCard; readonly name: string }): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { href, search } = useDrillFrame();
  const goTo = useGoTo();
  const { state, ageText } = useFreshness(now.freshness);
  const { freshness } = useWords();
  const isPast = search.at !== undefined;
  const number = (
    <button
      type="button"
      className="card-value nowrap"
      aria-label={`${figureText(now.value, kindOf(now.unitOfMeasure), locale)}. ${words.why(name)}`}
      title={words.why(name)}
      onClick={() => goTo(href({ search: { why: kpi } }))}
    >
      {figureText(now.value, kindOf(now.unitOfMeasure), locale)}
    </button>
  );
  // Of a moment that has passed the source's silence now says nothing.
  if (isPast || state === 'none') return <div className="figure">{number}</div>;
  return (
    <Fresh freshness={now.freshness}>
      <div className="figure" data-freshness={state}>
        {number}
        {state === 'stale' || state === 'lost' ? (
          <span className="figure-stale nowrap">
            <Mark level={state === 'lost' ? 'lost' : 'watch'} name={null} size={14} /> {freshness.stale(ageText)}
          </span>
        ) : null}
      </div>
    </Fresh>
  );
}

function Compared({ card: { now, compared, direction } }: { readonly card: DrillCard }): ReactNode {
  const { locale, marks } = useWords();
  const words = drillWords[locale];
  const { answer, zone } = useDrillFrame();
  const stretch = answer.level.compared;
  if (stretch === null) return null;
  const kind = kindOf(now.unitOfMeasure);
  const gap = differenceText(now.value, compared, kind, locale);
  if (gap === null) return <p className="note">{words.nothingBefore}</p>;
  const worse = isWorse(now.value, compared?.value ?? null, direction, kind);
  const level = worse ? 'watch' : 'normal';
  const until = new Date(Date.parse(stretch.at) + 1).toISOString();
  return (
    <p className="card-gap">
      <Mark level={level} name={marks[level]} size={14} /> <b className={worse ? 'gap-worse' : undefined}>{gap}</b>{' '}
      <span className="note">
        {words.against(
          `${figureText(compared?.value ?? null, kind, locale)}, ${stretchText(stretch.from, until, zone)}`,
        )}
      </span>
    </p>
  );
}

/** They are no sums: they come when they come, and the page does not wait. */
function HandlingCards(): ReactNode {
  const { answer, place } = useDrillFrame();
  const words = figureWords(place, answer);
  const { compared } = answer.level;
  const now = useQuery(handlingQuery(words));
  const before = useQuery({
    ...handlingQuery({ ...words, from: compared?.from, to: compared?.to, at: compared?.at ?? words['at'] }),
    enabled: compared !== null,
  });
  return (now.data ?? []).flatMap(({ kpi, values }) => {
    const [value] = values;
    const then = before.data?.find((other) => other.kpi === kpi)?.values[0];
    return value === undefined
      ? []
      : [
          <Card
            key={kpi}
            card={{
              kpi,
              direction: 'down',
              now: value,
              compared: compared === null ? null : partsOf(then),
              cumulative: null,
            }}
          />,
        ];
  });
}

function partsOf(value: KpiValue | undefined): DrillFigure | null {
  if (value === undefined) return null;
  return { value: value.value, numerator: value.numerator, denominator: value.denominator };
}
