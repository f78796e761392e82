import { minuteMomentText, minuteText, numberText, type Language } from '@flagtower/charts';
import type { CityStage } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import { useStage } from '../cells/use-cells.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { stageLevel } from '../look/stage-level.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useContact } from '../stream/use-topic.ts';
import { useWords } from '../words/language.tsx';
import { stageWords } from '../words/stage-words.ts';

import './stage-badge.css';

const LOOK_AGAIN_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The city's stage on every page, quiet while the day is ordinary: since when, how many incidents make it, and whether those who would
 * tell are heard. It leads to the incidents.
 */
export function StageBadge({ zone }: { readonly zone: string }): ReactNode {
  const { locale } = useWords();
  const words = stageWords[locale];
  const { all } = useStage();
  const { contact } = useContact();
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const cell = all.get('city');
  const stage = cell === undefined ? null : knownOf(cell);
  if (stage === null) return null;
  const level = contact === 'live' ? stageLevel(stage) : 'lost';
  const name = stage.names[locale];
  const notes = notesOf(stage, { isLive: contact === 'live', nowMs, zone, locale });
  return (
    <PageLink
      className="stage-badge"
      href={pageHref('/incidents', { state: 'open' }, location.search)}
      data-stage={stage.stage}
      data-silent={stage.silent.length > 0}
      title={[words.long(String(stage.stage), name), ...notes].join(' · ')}
    >
      <span className="stage-badge-name nowrap" style={{ color: levelColor(level) }}>
        <Mark level={level} name={null} size={18} /> {words.short(String(stage.stage))}
        <span className="stage-badge-word"> · {name}</span>
      </span>
      <span className="note stage-badge-note clip">{notes.join(' · ')}</span>
    </PageLink>
  );
}

/** What there is to say beside the stage, the doubts first. */
function notesOf(
  { since, because, silent, tellers }: CityStage,
  {
    isLive,
    nowMs,
    zone,
    locale,
  }: { readonly isLive: boolean; readonly nowMs: number | null; readonly zone: string; readonly locale: Language },
): string[] {
  const words = stageWords[locale];
  const moment = since === null ? null : Date.parse(since);
  const isLately = moment !== null && nowMs !== null && nowMs - moment < DAY_MS;
  return [
    isLive ? null : words.old,
    tellers === 0 ? words.noTellers : null,
    silent.length === 0 ? null : words.silent(numberText(silent.length, locale)),
    moment === null ? null : words.since(isLately ? minuteText(moment, zone) : minuteMomentText(moment, zone)),
    because === null ? null : words.incidents(numberText(because.met, locale)),
  ].filter((note) => note !== null);
}
