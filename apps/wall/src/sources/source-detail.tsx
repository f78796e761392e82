import { minuteMomentText, numberText, spanText } from '@flagtower/charts';
import type { SourceConduct } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { ExportMenu } from '../exporting/export-menu.tsx';
import { Problem } from '../forms/problem.tsx';
import { cadenceText } from '../freshness/cadence-text.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMay } from '../session/use-may.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { LatenessStrip, latenessText } from './lateness-strip.tsx';
import { QuarantinePanel } from './quarantine-panel.tsx';
import { readConduct, remind, setPaused } from './source-requests.ts';
import { SourceState } from './source-state.tsx';
import { sourceWords } from './source-words.ts';
import { Completeness, Quarantined } from './sources-table.tsx';
import { useSourceDeed } from './use-source-deed.ts';

/** How one source kept its word, and what can be done about it. */
export function SourceDetail({ id, zone }: { readonly id: string; readonly zone: string }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const { ledger } = useStream();
  const told = useQuery({
    queryKey: ['source', ledger, id],
    queryFn: ({ signal }) => readConduct(ledger, id, signal),
    refetchInterval: 15_000,
  });
  return (
    <>
      <p>
        <PageLink href={pageHref('/sources', {}, location.search)}>← {words.back}</PageLink>
      </p>
      <Problem error={told.error} />
      {told.data === undefined ? null : <Conduct conduct={told.data} zone={zone} />}
    </>
  );
}

function Conduct({ conduct, zone }: { readonly conduct: SourceConduct; readonly zone: string }): ReactNode {
  return (
    <>
      <Facts conduct={conduct} zone={zone} />
      <LatenessPanel conduct={conduct} />
      <div className="source-columns">
        <QuarantinePanel conduct={conduct} zone={zone} />
        <div className="source-column">
          <SilencesPanel conduct={conduct} zone={zone} />
          <RemindersPanel conduct={conduct} zone={zone} />
        </div>
      </div>
    </>
  );
}

function Facts({ conduct: { source }, zone }: { readonly conduct: SourceConduct; readonly zone: string }): ReactNode {
  const all = useWords();
  const { locale } = all;
  const words = sourceWords[locale];
  const moment = (at: string | null): string => (at === null ? '—' : minuteMomentText(Date.parse(at), zone));
  const facts = [
    [words.columns.state, <SourceState key="state" row={source} zone={zone} />],
    [words.columns.cadence, cadenceText(source.freshness, all)],
    [words.columns.contact, moment(source.lastContactAt)],
    [words.columns.record, moment(source.lastRecordAt)],
    [words.columns.complete, <Completeness key="complete" row={source} />],
    [words.columns.accepted, numberText(source.accepted, locale)],
    [words.columns.duplicates, numberText(source.duplicates, locale)],
    [words.columns.quarantined, <Quarantined key="quarantined" row={source} />],
  ] as const;
  return (
    <section className="work-section" aria-label={source.names[locale]}>
      <div className="source-head">
        <h2>{source.names[locale]}</h2>
        <span className="note">
          {source.id} · {words.ways[source.way]}
        </span>
        <PauseButton source={source} />
      </div>
      <dl className="source-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="note">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PauseButton({ source: { id, pausedAt } }: { readonly source: SourceConduct['source'] }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const mayPause = useMay('admin');
  const pause = useSourceDeed(id, (ledger, source) => setPaused(ledger, source, pausedAt === null));
  if (!mayPause) return null;
  return (
    <>
      <button type="button" className="form-button" disabled={pause.isPending} onClick={() => pause.mutate()}>
        {pausedAt === null ? words.pause : words.resume}
      </button>
      <Problem error={pause.error} />
    </>
  );
}

function LatenessPanel({ conduct: { source, days } }: { readonly conduct: SourceConduct }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  return (
    <Panel
      area="lateness"
      name={words.days}
      title={words.days}
      measured={latenessText(days, locale)}
      menu={
        <ExportMenu
          title={words.days}
          view={(stamp) => ({
            ...stamp(null, source.freshness, [source.id]),
            name: `source-${source.id}`,
            title: `${words.days}: ${source.names[locale]}`,
            unit: latenessText(days, locale),
            columns: [
              { name: words.dayColumns.day, kind: 'text' },
              { name: words.dayColumns.late, kind: 'number' },
              { name: words.dayColumns.missed, kind: 'number' },
            ],
            rows: days.map(({ day, lateSeconds, missed }) => [day, lateSeconds, missed]),
          })}
        />
      }
    >
      <LatenessStrip days={days} />
    </Panel>
  );
}

function SilencesPanel({
  conduct: { silences },
  zone,
}: {
  readonly conduct: SourceConduct;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const { from, until, length, missed } = words.silenceColumns;
  const moment = (at: string): string => minuteMomentText(Date.parse(at), zone);
  return (
    <Panel area="silences" name={words.silences} title={words.silences} measured={words.silencesMeasured}>
      {silences.length === 0 ? (
        <p className="label">{words.noSilence}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        <section className="table-scroll source-scroll" aria-label={words.silencesMeasured} tabIndex={0}>
          <table className="work-table" aria-label={words.silences}>
            <ColumnHeads names={[from, until, length, missed]} />
            <tbody>
              {silences.map((silence) => (
                <tr key={silence.from}>
                  <td data-label={from}>{moment(silence.from)}</td>
                  <td data-label={until}>
                    {silence.until === null ? <strong>{words.goesOn}</strong> : moment(silence.until)}
                  </td>
                  <td data-label={length}>
                    {silence.until === null
                      ? '…'
                      : spanText(Date.parse(silence.until) - Date.parse(silence.from), locale)}
                  </td>
                  <td data-label={missed} className="number">
                    {numberText(silence.missed, locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

function RemindersPanel({
  conduct: { source, reminders },
  zone,
}: {
  readonly conduct: SourceConduct;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const mayRemind = useMay('steward');
  const note = useSourceDeed(source.id, remind);
  return (
    <Panel area="reminders" name={words.remindersTitle} title={words.remindersTitle} measured={words.remindersMeasured}>
      {reminders.length === 0 ? <p className="label">{words.noReminder}</p> : null}
      <ul className="source-reminders">
        {reminders.map(({ at, by }) => (
          <li key={at}>{words.reminded(minuteMomentText(Date.parse(at), zone), by)}</li>
        ))}
      </ul>
      {mayRemind ? (
        <div className="form-buttons">
          <button type="button" className="form-button" disabled={note.isPending} onClick={() => note.mutate()}>
            {words.remind}
          </button>
        </div>
      ) : null}
      <Problem error={note.error} />
    </Panel>
  );
}
