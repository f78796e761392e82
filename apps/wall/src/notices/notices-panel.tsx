import { dayText, minuteText, shortDayText, type ExportedView } from '@flagtower/charts';
import type { CityView, NoticeCell } from '@flagtower/contracts';
import { markOfNotice } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { knownCells, useNotices } from '../cells/use-cells.ts';
import { useCity } from '../city/city-view.ts';
import { placeNames } from '../city/place-names.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { Stamped } from '../exporting/export-stamp.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { noticeSender, noticeText } from '../words/notice-text.ts';
import type { Words } from '../words/words.ts';
import { alikeNotices } from './alike.ts';
import { byUrgency, noticeLevel } from './notice-level.ts';

import './notices-panel.css';

/** Alerts and incidents in force, worst first. An empty list says why it is empty. */
export function NoticesPanel({
  zone,
  rows,
  silentSources,
}: {
  readonly zone: string;
  readonly rows: number;
  /**
   * Declared sources that were never heard or are lost, `null` where none is declared. While one is silent, "no notice" is
   * not "nothing happens".
   */
  readonly silentSources: number | null;
}): ReactNode {
  const words = useWords();
  const { all, cut } = useNotices();
  const notices = knownCells(all)
    .map(([key, notice]) => ({ key, notice }))
    .toSorted((one, other) => byUrgency(one.notice, other.notice));
  const groups = alikeNotices(notices, words.locale);
  const hidden = groups.slice(rows).flat().length;
  return (
    <Panel
      area="notices"
      name={words.notices.title}
      title={words.notices.title}
      aside={
        <span className="note nowrap">
          {cut === null ? words.loading : words.notices.count(String(notices.length))}
        </span>
      }
      menu={
        <ExportMenu
          title={words.notices.title}
          view={(stamp) =>
            noticesTable(
              notices.map(({ notice }) => notice),
              zone,
              words,
              stamp(cut, null, [...new Set(notices.map(({ notice }) => notice.source))]),
            )
          }
        />
      }
      measured={null}
    >
      {notices.length === 0 ? (
        <NoNotice isTold={cut !== null} silentSources={silentSources} words={words} />
      ) : (
        <ol className="notice-rows">
          {groups.slice(0, rows).map(([first, ...others]) => (
            <NoticeRow
              key={first.key}
              notice={first.notice}
              others={others.map(({ notice }) => notice)}
              zone={zone}
              words={words}
            />
          ))}
        </ol>
      )}
      {hidden > 0 ? <p className="note notices-more">{words.notices.more(String(hidden))}</p> : null}
    </Panel>
  );
}

function NoNotice({
  isTold,
  silentSources,
  words,
}: {
  readonly isTold: boolean;
  readonly silentSources: number | null;
  readonly words: Words;
}): ReactNode {
  const { notices, loading } = words;
  const isQuiet = isTold && silentSources === 0;
  const text =
    silentSources === null ? notices.noSource : isQuiet ? notices.none : notices.silent(String(silentSources));
  return (
    <p className="label notices-none">
      <Mark level={isQuiet ? 'normal' : 'none'} name={null} size={16} /> {isTold ? text : loading}
    </p>
  );
}

function NoticeRow({
  notice,
  others,
  zone,
  words,
}: {
  readonly notice: NoticeCell;
  /** That say the same of other places. */
  readonly others: readonly NoticeCell[];
  readonly zone: string;
  readonly words: Words;
}): ReactNode {
  const city = useCity();
  const level = noticeLevel(notice);
  const from = Date.parse(notice.startsAt);
  const text = noticeText(notice, words.locale);
  const places = [notice, ...others].flatMap((one) => placeOf(one, city, words.locale) ?? []);
  const href =
    others.length > 0
      ? pageHref('/incidents', { state: 'raised' }, location.search)
      : notice.incident === null
        ? null
        : pageHref(`/incidents/${notice.incident}`, {}, location.search);
  const until =
    notice.endsAt === null
      ? words.notices.openEnded
      : words.notices.until(shortMoment(Date.parse(notice.endsAt), zone));
  const about = [
    notice.status === 'actual' ? null : words.notices.exercise,
    until,
    [...new Set(places)].join(', '),
    others.length > 0 ? null : noticeSender(notice, words.locale),
  ];
  const headline = others.length > 0 ? words.notices.alike(text, String(others.length + 1)) : text;
  return (
    <li className="notice-row">
      <Mark level={level} name={words.marks[level]} size={18} />
      <span className="notice-headline" style={{ color: level === 'critical' ? levelColor(level) : undefined }}>
        {href === null ? (
          headline
        ) : (
          <PageLink className="notice-way" href={href}>
            {headline}
          </PageLink>
        )}
      </span>
      <span className="notice-hour">{minuteText(from, zone)}</span>
      <span className="note notice-about">{about.filter((part) => part !== null && part !== '').join(' · ')}</span>
    </li>
  );
}

/** Where it is, as far as its sender names an area, or else the unit in which it is marked. */
function placeOf({ areas }: NoticeCell, city: CityView | null, language: 'vi' | 'en'): string | null {
  const named = areas[0]?.name ?? '';
  if (named !== '') return firstPlace(named);
  const point = markOfNotice(areas);
  return point === null || city === null ? null : placeNames(city, language)(point);
}

/** An area may be told as a list of places: the first of them says where to look, the map shows the rest. */
function firstPlace(area: string): string {
  const [first = '', ...others] = area.split(', ');
  return others.length === 0 ? first : `${first} …`;
}

function shortMoment(epochMs: number, zone: string): string {
  return `${minuteText(epochMs, zone)} ${shortDayText(epochMs, zone)}`;
}

function noticesTable(notices: readonly NoticeCell[], zone: string, words: Words, stamped: Stamped): ExportedView {
  const { columns, title } = words.notices;
  const moment = (at: string | null): string | null =>
    at === null ? null : `${dayText(Date.parse(at), zone)} ${minuteText(Date.parse(at), zone)}`;
  return {
    ...stamped,
    name: 'notices',
    title,
    unit: title,
    columns: [columns.level, columns.headline, columns.sender, columns.from, columns.to].map((name) => ({
      name,
      kind: 'text' as const,
    })),
    rows: notices.map((notice) => [
      notice.status === 'actual' ? words.marks[noticeLevel(notice)] : words.notices.exercise,
      noticeText(notice, words.locale),
      noticeSender(notice, words.locale),
      moment(notice.startsAt),
      moment(notice.endsAt),
    ]),
  };
}
