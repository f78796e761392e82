import { minuteMomentText } from '@flagtower/charts';
import type { CityView, IncidentLogLine } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { useSourceName } from './incident-state.tsx';
import { aboutText } from './incident-text.ts';
import { incidentWords } from './incident-words.ts';
import { TellerLink } from './teller-link.tsx';

/** What sources told, what people did, what the rule did. */
export function IncidentLog({
  log,
  city,
  zone,
}: {
  readonly log: readonly IncidentLogLine[];
  readonly city: CityView | null;
  readonly zone: string;
}): ReactNode {
  const words = incidentWords[useWords().locale];
  return (
    <Panel area="incident-log" name={words.log} title={words.log} measured={words.logMeasured}>
      <ol className="incident-log">
        {log.map((line, index) => (
          // Lines are only ever added, and none has a name of its own.
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <li key={index} data-line={line.line}>
            <time dateTime={line.at}>{minuteMomentText(Date.parse(line.at), zone)}</time>
            <div>
              <Line line={line} city={city} zone={zone} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Line({
  line,
  city,
  zone,
}: {
  readonly line: IncidentLogLine;
  readonly city: CityView | null;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  const nameOf = useSourceName();
  if (line.line === 'rule') return line.what === 'closed' ? words.closedItself : words.raisedAgain;
  if (line.line === 'deed')
    return (
      <>
        <strong>
          {words.deeds[line.deed]} · {line.by.displayName}
        </strong>
        <p className="incident-text">{line.text}</p>
      </>
    );
  const rated = line.severity === null ? null : words.severities[line.severity];
  return (
    <>
      {aboutText(line.about, city, locale)}
      <div className="note">
        <TellerLink line={line} city={city} name={nameOf(line.source)} /> · {line.ended ? words.ended : rated} ·{' '}
        {words.learned(minuteMomentText(Date.parse(line.recordedAt), zone))}
      </div>
    </>
  );
}
