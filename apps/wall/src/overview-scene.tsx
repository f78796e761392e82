import type { NoticeCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownCells, useNotices, useSources } from './cells/use-cells.ts';
import { Ribbon } from './centers/ribbon.tsx';
import { useCityFacts } from './city-facts.ts';
import { useCity } from './city/city-view.ts';
import { Header } from './header/header.tsx';
import { usePageTitle } from './navigation/page-title.ts';
import { noticeLevel } from './notices/notice-level.ts';
import { OverviewPanels } from './overview-panels.tsx';
import { useStream } from './stream/stream-context.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { useContact } from './stream/use-topic.ts';
import { sourceDelay } from './time-bar/source-delay.ts';
import { TimeBar, type DayMark } from './time-bar/time-bar.tsx';
import { useWords } from './words/language.tsx';
import { noticeText } from './words/notice-text.ts';

import './overview-scene.css';

/** Until the city is known its root is not either; this topic has no values, which the cards say. */
const NO_CITY = 'unknown';
const NO_ZONE = 'UTC';
/** Ages in words are told by their own clocks; the scene itself looks less often. */
const LOOK_AGAIN_MS = 10_000;

/** The whole city on one screen, all centers below it, and the day at the foot. */
export function OverviewScene(): ReactNode {
  const words = useWords();
  const city = useCity();
  const { ledger } = useStream();
  const { contact } = useContact();
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const zone = city?.zone ?? NO_ZONE;
  const root = city?.root ?? NO_CITY;
  const told = useNotices();
  const notices = knownCells(told.all);
  const toldSources = useSources();
  const sources = knownCells(toldSources.all).map(([, source]) => source);
  const facts = useCityFacts(root, nowMs);
  usePageTitle(city?.names[words.locale] ?? null);
  return (
    <main className="scene" data-scene="overview" data-contact={contact}>
      <Header
        city={city}
        scene={words.overview}
        ledger={ledger}
        zone={zone}
        levels={notices.map(([, notice]) => noticeLevel(notice))}
        sources={toldSources.cut === null ? null : sources}
      />
      <OverviewPanels city={city} root={root} zone={zone} nowMs={nowMs} sources={sources} />
      <Ribbon centers={city?.centers ?? []} facts={facts} nowMs={nowMs} />
      <TimeBar
        zone={zone}
        delay={toldSources.cut === null ? words.loading : sourceDelay(sources, nowMs, words)}
        marks={told.cut === null ? null : notices.map(([key, notice]) => dayMark(key, notice, words.locale))}
      />
    </main>
  );
}

function dayMark(key: string, notice: NoticeCell, language: string): DayMark {
  return { key, at: Date.parse(notice.startsAt), level: noticeLevel(notice), title: noticeText(notice, language) };
}
