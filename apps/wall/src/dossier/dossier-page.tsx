import { momentText, numberText, spanText } from '@flagtower/charts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { ledgerDay } from '../cells/ledger-day.ts';
import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { limitInForce } from '../city/limit-in-force.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { PageLink } from '../navigation/page-link.tsx';
import { readJson } from '../stream/read-json.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { momentsOf, storySchema, toldValues, type Moment, type Story, type StoryRecord } from './dossier-story.ts';
import { dossierWords } from './dossier-words.ts';

import './dossier.css';

const NO_ZONE = 'UTC';

/** One dossier: its life as it was told, who told what and when, and what the clock makes of it. */
export function DossierPage({
  id,
  search,
  levelHref,
}: {
  readonly id: string;
  readonly search: { readonly at?: string | undefined; readonly knownSeq?: string | undefined };
  readonly levelHref: (unit: string | null) => string;
}): ReactNode {
  const { locale } = useWords();
  const words = dossierWords[locale];
  const { ledger } = useStream();
  const { at, knownSeq } = search;
  const asked = new URLSearchParams({
    ledger,
    ...(at === undefined ? {} : { at }),
    ...(knownSeq === undefined ? {} : { knownSeq }),
  });
  const { data, error } = useQuery({
    queryKey: ['dossier', id, asked.toString()],
    queryFn: ({ signal }) =>
      readJson(`/v1/dossiers/${encodeURIComponent(id)}?${asked.toString()}`, storySchema, { signal }),
  });
  if (data === undefined)
    return (
      <main className="dossier" aria-busy={error === null}>
        <h1 className="visually-hidden">{words.loading}</h1>
        {error === null ? (
          <output className="note">{words.loading}…</output>
        ) : (
          <p role="alert">
            {words.failed} {refusalSentence(error, locale)}
          </p>
        )}
      </main>
    );
  return <KnownDossier story={data.dossier} at={data.at} levelHref={levelHref} />;
}

/** The time limit that a due date was computed from. */
interface DueLimit {
  readonly workingDays: number;
  /** A catalogue tells it in the one language of its file. */
  readonly basis: string;
  /** The source whose catalogue has it; `null`: it came with the city. */
  readonly catalogue: string | null;
  /** Of one that came with the city: where its text was read. */
  readonly checked?: string | null;
}

interface Names {
  readonly zone: string;
  readonly unit: (code: string) => string;
  readonly procedure: (code: string) => string;
  readonly channel: (code: string) => string;
  readonly source: (id: string) => string;
  /** In force when it was received; `null`: none known. */
  readonly limit: (story: Story) => DueLimit | null;
}

function useNames(): Names {
  const { locale, channels } = useWords();
  const city = useCity();
  const source = useSourceNames();
  const zone = city?.zone ?? NO_ZONE;
  return {
    zone,
    unit: (code) => city?.units.find((unit) => unit.code === code)?.names[locale] ?? code,
    procedure: (code) => city?.procedures.find((procedure) => procedure.code === code)?.names[locale] ?? code,
    channel: (code) => channels.names[code] ?? code,
    source: (id) => source([id]),
    limit: ({ procedure, receivedAt, records }) => {
      const taken = records.findLast(({ retracted, event }) => !retracted && event.limit !== undefined)?.event;
      if (taken?.limit !== undefined && taken.procedure === procedure)
        return {
          workingDays: taken.limit.workingDays,
          basis: taken.limit.basis,
          catalogue: source([taken.limit.source]),
        };
      const known = city?.procedures.find(({ code }) => code === procedure);
      const limit = receivedAt === null ? null : limitInForce(known, ledgerDay(Date.parse(receivedAt), zone));
      return limit === null ? null : { ...limit, basis: limit.basis[locale], catalogue: null };
    },
  };
}

function KnownDossier({
  story,
  at,
  levelHref,
}: {
  readonly story: Story;
  /** The moment of the page: what lies behind it is a projection. */
  readonly at: string;
  readonly levelHref: (unit: string | null) => string;
}): ReactNode {
  const { locale } = useWords();
  const words = dossierWords[locale];
  const names = useNames();
  return (
    <main className="dossier">
      <p>
        <PageLink href={levelHref(story.unit)}>
          ‹ {words.back(story.unit === null ? words.unknown : names.unit(story.unit))}
        </PageLink>
      </p>
      <h1>{words.title(story.code)}</h1>
      <Facts story={story} names={names} />
      <section className="panel" aria-label={words.timeline}>
        <h2>{words.timeline}</h2>
        <p className="note">{words.timelineNote}</p>
        <ol className="dossier-moments">
          {momentsOf(story).map((moment) => (
            <MomentLine key={moment.key} moment={moment} isFuture={moment.at > at} names={names} />
          ))}
        </ol>
      </section>
      <Records records={story.records} names={names} />
    </main>
  );
}

/** A due date that nobody told says so, and by which limit it was computed. */
function dueText(
  { dueAt, duePrecision }: Story,
  { moment, limit }: { readonly moment: (instant: string) => string; readonly limit: DueLimit | null },
  words: (typeof dossierWords)['vi'],
): string {
  if (dueAt === null) return words.noDue;
  if (duePrecision !== 'computed') return moment(dueAt);
  const why = [
    words.dueComputed,
    ...(limit === null ? [] : [words.limit(String(limit.workingDays), limit.basis)]),
    ...(limit === null || limit.catalogue === null ? [] : [words.limitOfCatalogue(limit.catalogue)]),
    ...(limit?.checked === null ? [words.limitUnread] : []),
  ];
  return `${moment(dueAt)} (${why.join('; ')})`;
}

function Facts({ story, names }: { readonly story: Story; readonly names: Names }): ReactNode {
  const { locale, channels } = useWords();
  const words = dossierWords[locale];
  const moment = (instant: string | null): string =>
    instant === null ? words.unknown : momentText(Date.parse(instant), names.zone);
  const handling = story.facts.find(({ measure, delta }) => measure === 'handled' && delta > 0)?.handlingMs ?? null;
  const rows: [string, string][] = [
    [words.facts.unit, story.unit === null ? words.unknown : names.unit(story.unit)],
    [words.facts.procedure, story.procedure === null ? words.unknown : names.procedure(story.procedure)],
    [words.facts.channel, story.channel === null ? words.unknown : (channels.names[story.channel] ?? story.channel)],
    [words.facts.received, moment(story.receivedAt)],
    [words.facts.due, dueText(story, { moment, limit: names.limit(story) }, words)],
    [words.facts.closed, story.closedAt === null ? '—' : moment(story.closedAt)],
    [words.facts.handling, handling === null ? '—' : spanText(handling, locale)],
    [words.facts.source, names.source(story.source)],
    ...(story.disagreements === 0
      ? []
      : [[words.facts.disagreements, numberText(story.disagreements, locale)] satisfies [string, string]]),
  ];
  return (
    <dl className="dossier-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="note">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const signs = { happened: '●', promised: '□', clock: '◇' };

function MomentLine({
  moment,
  isFuture,
  names,
}: {
  readonly moment: Moment;
  readonly isFuture: boolean;
  readonly names: Names;
}): ReactNode {
  const { locale } = useWords();
  const words = dossierWords[locale];
  const { kind, at, sign, record, unit } = moment;
  return (
    <li data-sign={sign} data-kind={kind} data-future={isFuture}>
      <time dateTime={at} className="nowrap">
        {momentText(Date.parse(at), names.zone)}
      </time>
      <span aria-hidden="true" className="dossier-sign">
        {signs[sign]}
      </span>
      <span>
        <b>{words.kinds[kind] ?? kind}</b> {unit === null ? '' : words.toUnit(names.unit(unit))}{' '}
        {record?.event.dating === 'correction' ? <span className="dossier-tag">{words.correction}</span> : null}{' '}
        <span className="note">
          {isFuture ? `${words.future}. ` : ''}
          {record === null
            ? words.byClock
            : words.recorded(
                names.source(record.source),
                momentText(Date.parse(record.recordedAt), names.zone),
                String(record.seq),
              )}
        </span>
      </span>
    </li>
  );
}

function Records({ records, names }: { readonly records: readonly StoryRecord[]; readonly names: Names }): ReactNode {
  const { locale } = useWords();
  const words = dossierWords[locale];
  const { columns } = words;
  return (
    <section className="panel" aria-label={words.records}>
      <h2>{words.records}</h2>
      <p className="note">{words.recordsNote}</p>
      <div className="dossier-scroll">
        <table>
          <ColumnHeads
            names={[columns.seq, columns.occurred, columns.recorded, columns.source, columns.record, columns.told]}
          />
          <tbody>
            {records.map((record) => (
              <tr key={record.seq} data-retracted={record.retracted}>
                <td>{record.seq}</td>
                <td>{momentText(Date.parse(record.event.occurredAt), names.zone)}</td>
                <td>{momentText(Date.parse(record.recordedAt), names.zone)}</td>
                <td>{names.source(record.source)}</td>
                <td>
                  {record.event.recordId}, {record.event.version}{' '}
                  {record.event.dating === 'correction' ? (
                    <span className="dossier-tag">{words.correction}</span>
                  ) : null}
                  {record.retracted ? <span className="dossier-tag">{words.retracted}</span> : null}
                </td>
                <td>
                  {[
                    ...record.event.steps.map(({ step }) => words.kinds[step] ?? step),
                    ...toldValues(record.event).map(
                      ([field, value]) => `${words.told[field]} ${valueText(field, value, names)}`,
                    ),
                  ].join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function valueText(field: 'unit' | 'procedure' | 'channel' | 'due', value: string, names: Names): string {
  if (field === 'unit') return names.unit(value);
  if (field === 'procedure') return names.procedure(value);
  if (field === 'channel') return names.channel(value);
  return momentText(Date.parse(value), names.zone);
}
