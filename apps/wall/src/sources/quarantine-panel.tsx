import { minuteMomentText, numberText } from '@flagtower/charts';
import type { SourceConduct } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Problem } from '../forms/problem.tsx';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Panel } from '../look/panel.tsx';
import { useMay } from '../session/use-may.ts';
import { useWords } from '../words/language.tsx';
import { replay } from './source-requests.ts';
import { sourceWords } from './source-words.ts';
import { useSourceDeed } from './use-source-deed.ts';

/** What of a source could not be taken, why, and offering again what can be taken by now. */
export function QuarantinePanel({
  conduct: { source, quarantine },
  zone,
}: {
  readonly conduct: SourceConduct;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const { reason, count, last } = words.quarantineColumns;
  return (
    <Panel area="quarantine" name={words.quarantine} title={words.quarantine} measured={words.quarantineMeasured}>
      {quarantine.length === 0 ? (
        <p className="label">{words.noQuarantine}</p>
      ) : (
        <div className="table-scroll">
          <table className="work-table" aria-label={words.quarantine}>
            <ColumnHeads names={[reason, count, last]} />
            <tbody>
              {quarantine.map((refused) => (
                <tr key={refused.reason}>
                  <th scope="row">{words.reasons[refused.reason]}</th>
                  <td data-label={count} className="number">
                    {numberText(refused.count, locale)}
                  </td>
                  <td data-label={last}>{minuteMomentText(Date.parse(refused.lastAt), zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {source.replayable === 0 ? null : <ReplayButton source={source} />}
    </Panel>
  );
}

function ReplayButton({ source: { id, replayable } }: { readonly source: SourceConduct['source'] }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const mayReplay = useMay('steward');
  const again = useSourceDeed(id, replay);
  if (!mayReplay) return <p className="note">{words.needsSteward}</p>;
  return (
    <>
      <div className="form-buttons">
        <button type="button" className="form-button" disabled={again.isPending} onClick={() => again.mutate()}>
          {words.replay} ({numberText(replayable, locale)})
        </button>
      </div>
      {again.data === undefined ? null : (
        <output>
          {words.replayed(numberText(again.data.accepted, locale), numberText(again.data.stillRefused, locale))}
        </output>
      )}
      <Problem error={again.error} />
    </>
  );
}
