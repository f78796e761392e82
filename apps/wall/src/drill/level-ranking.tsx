import { numberText, signedText } from '@flagtower/charts';
import type { DrillLevel, DrillRow } from '@flagtower/contracts';
import { useMemo, type KeyboardEvent, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { useGoTo } from '../navigation/go-to.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import type { LevelPlace } from './drill-place.ts';
import { drillWords } from './drill-words.ts';
import { figureText, kindOf } from './figure-text.ts';
import { listedFigures } from './listed-figures.ts';
import { nextSort, ordered, orderOf } from './ranking-order.ts';

export interface RankingProps {
  readonly area: string;
  readonly title: string;
  readonly rows: readonly DrillRow[];
  /** What none of the rows has. */
  readonly rest: DrillRow | null;
  readonly reasons: NonNullable<DrillLevel['units']>['reasons'];
  readonly nameOf: (code: string) => string;
  readonly placeOf: (code: string) => LevelPlace;
}

/** Children, worst first, with what makes them add up to the level. */
export function LevelRanking(props: RankingProps): ReactNode {
  const { area, title, rows, rest, nameOf } = props;
  const { locale } = useWords();
  const words = drillWords[locale];
  const { search, measure, names } = useDrillFrame();
  const city = useCity();
  const order = orderOf(search.sort, search.measure ?? 'dossiers.overdue');
  const inOrder = useMemo(
    () => ordered(rows, order, city?.kpis ?? [], nameOf, locale),
    // oxlint-disable-next-line react/exhaustive-deps -- the order is two words of the address
    [rows, order.by, order.reversed, city, nameOf, locale],
  );
  const message = order.reversed ? words.ranking.best : words.ranking.worst;
  const measured = order.by === 'name' ? words.ranking.byName : message(names.kpi(order.by));
  return (
    <Panel area={area} name={title} title={title} measured={<span title={words.ranking.keys}>{measured}</span>}>
      {rows.length === 0 && rest === null ? (
        <p className="label">{words.ranking.none}</p>
      ) : (
        <div className="ranking-scroll">
          <table className="level-table">
            <Heads order={order} />
            <tbody>
              {inOrder.map((row) => (
                <Row key={row.code} {...props} row={row} by={order.by === 'name' ? measure : order.by} />
              ))}
            </tbody>
            <Foot rows={rows} rest={rest} reasons={props.reasons} />
          </table>
        </div>
      )}
    </Panel>
  );
}

/** Figures of the columns: those of the level, in their order. */
function useColumns(): { readonly kpi: string; readonly kind: ReturnType<typeof kindOf> }[] {
  const { answer } = useDrillFrame();
  return answer.level.cards.map(({ kpi, now }) => ({ kpi, kind: kindOf(now.unitOfMeasure) }));
}

function Heads({ order }: { readonly order: ReturnType<typeof orderOf> }): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { names, href } = useDrillFrame();
  const goTo = useGoTo();
  const sorted = (by: string): 'ascending' | 'descending' | 'none' =>
    order.by === by ? (order.reversed ? 'ascending' : 'descending') : 'none';
  const head = (by: string, name: string): ReactNode => (
    <th key={by} scope="col" aria-sort={sorted(by)} data-column={by}>
      <button type="button" onClick={() => goTo(href({ search: { sort: nextSort(order, by) } }))}>
        {name}
        <span aria-hidden="true">{order.by === by ? (order.reversed ? ' ▴' : ' ▾') : ''}</span>
      </button>
    </th>
  );
  const columns = useColumns();
  return (
    <thead>
      <tr>
        {head('name', words.ranking.name)}
        {columns.map(({ kpi }) => head(kpi, names.kpi(kpi)))}
      </tr>
    </thead>
  );
}

function Row({
  row,
  rows,
  by,
  nameOf,
  placeOf,
}: RankingProps & {
  readonly row: DrillRow;
  readonly by: string;
}): ReactNode {
  const { locale } = useWords();
  const { href } = useDrillFrame();
  const columns = useColumns();
  const most = Math.max(0, ...rows.map(({ figures }) => figures[by]?.value ?? 0));
  return (
    <tr>
      <th scope="row">
        <PageLink href={href({ place: placeOf(row.code) })} className="row-link" onKeyDown={onArrow}>
          {nameOf(row.code)}
        </PageLink>
      </th>
      {columns.map(({ kpi, kind }) => {
        const value = row.figures[kpi]?.value ?? null;
        return (
          <td key={kpi} data-column={kpi}>
            {kpi === by && value !== null && most > 0 ? (
              <span className="row-bar" style={{ inlineSize: `${String((value / most) * 100)}%` }} aria-hidden="true" />
            ) : null}
            <span className="row-number">{figureText(value, kind, locale)}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** What is in no row and why, and that all of it is the level. */
function Foot({ rows, rest, reasons }: Pick<RankingProps, 'rows' | 'rest' | 'reasons'>): ReactNode {
  const { locale, marks } = useWords();
  const words = drillWords[locale];
  const { answer } = useDrillFrame();
  const columns = useColumns();
  const why = reasons.map(({ reason, value }) =>
    words.ranking.reasons[reason](value === null ? '—' : numberText(value, locale)),
  );
  return (
    <tfoot>
      {rest === null ? null : (
        <tr>
          <th scope="row">
            {words.ranking.rest}
            <span className="note row-reasons">{why.join(' · ')}</span>
          </th>
          {columns.map(({ kpi, kind }) => (
            <td key={kpi} data-column={kpi}>
              <RestFigure kpi={kpi} text={figureText(rest.figures[kpi]?.value ?? null, kind, locale)} />
            </td>
          ))}
        </tr>
      )}
      <tr className="row-sum">
        <th scope="row">{words.ranking.sum}</th>
        {columns.map(({ kpi, kind }) => {
          const card = answer.level.cards.find((each) => each.kpi === kpi)?.now ?? null;
          const parts = [...rows, ...(rest === null ? [] : [rest])];
          const sum = parts.reduce((total, { figures }) => total + (figures[kpi]?.numerator ?? 0), 0);
          const gap = card?.numerator === null || card === null ? 0 : sum - card.numerator;
          return (
            <td key={kpi} data-column={kpi}>
              {gap === 0 ? (
                <span title={words.ranking.adds}>
                  <Mark level="normal" name={words.ranking.adds} size={12} />{' '}
                  {figureText(card?.value ?? null, kind, locale)}
                </span>
              ) : (
                <span className="gap-worse" title={words.ranking.differs(signedText(gap, locale))}>
                  <Mark level="critical" name={marks.critical} size={12} />{' '}
                  {words.ranking.differs(signedText(gap, locale))}
                </span>
              )}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

/** What is in no row can be looked at where it counts dossiers one by one. */
function RestFigure({ kpi, text }: { readonly kpi: string; readonly text: string }): ReactNode {
  const { locale } = useWords();
  const { names, href } = useDrillFrame();
  if (!listedFigures.includes(kpi)) return text;
  return (
    <PageLink
      href={href({ search: { list: kpi, part: 'unallocated' } })}
      title={drillWords[locale].list.unallocated(names.kpi(kpi))}
    >
      {text}
    </PageLink>
  );
}

/** Arrows go from row to row; Enter follows the link that has the focus, as everywhere. */
function onArrow(event: KeyboardEvent<HTMLAnchorElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLAnchorElement>('.row-link') ?? [])];
  const next = links[links.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
