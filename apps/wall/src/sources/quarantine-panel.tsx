import { minuteMomentText, numberText } from '@flagtower/charts';
import type { SourceConduct } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Problem } from '../forms/problem.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMay } from '../session/use-may.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { closeRefused, replay } from './source-requests.ts';
import { sourceWords } from './source-words.ts';
import { useSourceDeed } from './use-source-deed.ts';

type Refused = SourceConduct['quarantine'][number];

/** What of a source could not be taken, why, where it stands and what to do about it. */
export function QuarantinePanel({
  conduct: { source, quarantine },
  zone,
}: {
  readonly conduct: SourceConduct;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  return (
    <Panel area="quarantine" name={words.quarantine} title={words.quarantine} measured={words.quarantineMeasured}>
      {quarantine.length === 0 ? (
        <p className="label">{words.noQuarantine}</p>
      ) : (
        <>
          <ul className="refusals">
            {quarantine.map((refused) => (
              <RefusedFor key={refused.reason} source={source.id} refused={refused} zone={zone} />
            ))}
          </ul>
          <p className="note">{words.aboutQuarantine}</p>
        </>
      )}
      <Deeds source={source} />
    </Panel>
  );
}

function RefusedFor({
  source,
  refused: { reason, count, lastAt, places },
  zone,
}: {
  readonly source: string;
  readonly refused: Refused;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  return (
    <li className="refused" data-reason={reason}>
      <div className="refused-head">
        <span className="refused-count">{numberText(count, locale)}</span>
        <strong>{words.reasons[reason]}</strong>
        <span className="note nowrap">{words.lastRefused(minuteMomentText(Date.parse(lastAt), zone))}</span>
        <CloseButton source={source} reason={reason} />
      </div>
      <p>{words.remedies[reason]}</p>
      <details>
        <summary className="label">
          {words.places(numberText(places.length, locale), numberText(count, locale))}
        </summary>
        <ul className="refused-places">
          {places.map(({ line, fields, fileName, receivedAt }, index) => (
            <li key={`${receivedAt} ${String(line)} ${String(index)}`}>
              {words.place(numberText(line, locale), fields.join(', '))}
              <span className="note">
                {' '}
                {[fileName, minuteMomentText(Date.parse(receivedAt), zone)].filter((part) => part !== null).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function CloseButton({ source, reason }: { readonly source: string; readonly reason: Refused['reason'] }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const mayClose = useMay('steward');
  const close = useSourceDeed(source, (ledger, id) => closeRefused(ledger, id, reason));
  if (!mayClose) return null;
  return (
    <>
      <button
        type="button"
        className="form-button"
        aria-label={words.closeOf(words.reasons[reason])}
        disabled={close.isPending}
        onClick={() => close.mutate()}
      >
        {words.close}
      </button>
      <Problem error={close.error} />
    </>
  );
}

/** The outcome of a replay stays in sight when nothing waits any more. */
function Deeds({ source: { id, replayable, waiting } }: { readonly source: SourceConduct['source'] }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const { ledger } = useStream();
  const mayReplay = useMay('steward');
  const mayImport = useMay('admin');
  const again = useSourceDeed(id, replay);
  const isReplayed = again.data !== undefined;
  if (waiting === 0 && !isReplayed) return null;
  if (!mayReplay) return <p className="note">{words.needsSteward}</p>;
  return (
    <>
      {waiting === 0 ? null : (
        <div className="form-buttons">
          {replayable === 0 ? null : (
            <button type="button" className="form-button" disabled={again.isPending} onClick={() => again.mutate()}>
              {words.replay} ({numberText(replayable, locale)})
            </button>
          )}
          {mayImport && waiting > replayable && ledger !== 'simulated' ? (
            <PageLink className="form-button" href={pageHref('/import', { ledger, source: id }, location.search)}>
              {words.importAgain}
            </PageLink>
          ) : null}
        </div>
      )}
      {isReplayed ? (
        <output>
          {words.replayed(numberText(again.data.accepted, locale), numberText(again.data.stillRefused, locale))}
        </output>
      ) : null}
      <Problem error={again.error} />
    </>
  );
}
