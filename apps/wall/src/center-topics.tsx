import { allOf, numberText, tones, type ToneCounts } from '@flagtower/charts';
import type { Freshness } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { firstHour, ToneHours } from './center-tone-hours.tsx';
import { ExportMenu } from './exporting/export-menu.tsx';
import { Panel } from './look/panel.tsx';
import { pressWords } from './press/press-words.ts';
import { sumOfTones, toneParts, type ToneFigures } from './press/tone-figures.ts';
import { tonesQuery } from './press/topics-requests.ts';
import { useStream } from './stream/stream-context.ts';
import { useWords } from './words/language.tsx';

import './press/topics-panel.css';

interface TopicsPanelProps {
  readonly figures: ToneFigures;
  /** How people call a topic. */
  readonly topicName: (code: string) => string;
  /** The ledger's clock; `null`: not known yet. */
  readonly nowMs: number | null;
  readonly zone: string;
  readonly freshness: Freshness | null;
  readonly sources: readonly string[];
}

/** What is written about, how much of it complains, and when: the topics of the last 24 hours, and the hours of one of them or of all. */
export function TopicsPanel({ figures, topicName, nowMs, zone, freshness, sources }: TopicsPanelProps): ReactNode {
  const { locale, loading } = useWords();
  const words = pressWords[locale];
  const { ledger } = useStream();
  const [chosen, setChosen] = useState<string | null>(null);
  const firstMs = nowMs === null ? null : firstHour(nowMs);
  const from = firstMs === null ? null : new Date(firstMs).toISOString();
  const { data, isError } = useQuery(tonesQuery({ ledger, figures, by: 'entity', from, topic: null }));
  const topics = [...(data === undefined ? [] : toneParts(figures, data.answers, 'entity'))].toSorted(
    ([, one], [, other]) => allOf(other) - allOf(one),
  );
  const empty = data === undefined ? (isError ? words.failed : loading) : words.none;
  return (
    <Panel
      area="topics"
      name={words.name}
      title={words.name}
      measured={<ToneKeys />}
      menu={
        <ExportMenu
          title={words.name}
          view={(stamp) => ({
            ...stamp(data === undefined ? null : { at: data.at, knownSeq: data.knownSeq }, freshness, sources),
            name: 'items-by-topic',
            title: words.name,
            unit: words.measured,
            columns: [
              { name: words.columns.topic, kind: 'text' },
              { name: words.columns.items, kind: 'number' },
              ...tones.map((tone) => ({ name: words.tones[tone], kind: 'number' as const })),
            ],
            rows: topics.map(([topic, counts]) => [
              topicName(topic),
              allOf(counts),
              ...tones.map((tone) => counts[tone]),
            ]),
          })}
        />
      }
    >
      {topics.length === 0 || firstMs === null ? (
        <p className="label">{empty}</p>
      ) : (
        <div className="topics">
          <TopicList
            topics={[['', sumOfTones(topics.map(([, counts]) => counts))], ...topics]}
            nameOf={(topic) => (topic === '' ? words.all : topicName(topic))}
            chosen={chosen ?? ''}
            onChoose={(topic) => setChosen(topic === '' ? null : topic)}
          />
          <ToneHours
            figures={figures}
            topic={chosen}
            name={chosen === null ? words.all : topicName(chosen)}
            firstMs={firstMs}
            zone={zone}
          />
        </div>
      )}
    </Panel>
  );
}

function ToneKeys(): ReactNode {
  const words = pressWords[useWords().locale];
  return (
    <span className="topics-head">
      <span>{words.measured}</span>
      <span className="tone-keys">
        {tones.map((tone) => (
          <span key={tone} className="nowrap" data-tone={tone}>
            {words.tones[tone]}
          </span>
        ))}
      </span>
    </span>
  );
}

function TopicList({
  topics,
  nameOf,
  chosen,
  onChoose,
}: {
  readonly topics: readonly (readonly [topic: string, counts: ToneCounts])[];
  readonly nameOf: (topic: string) => string;
  readonly chosen: string;
  readonly onChoose: (topic: string) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = pressWords[locale];
  // The row of all topics has its own length: beside it no other could be compared.
  const most = Math.max(1, ...topics.slice(1).map(([, counts]) => allOf(counts)));
  return (
    <ul className="topic-rows" aria-label={words.byTopic}>
      {topics.map(([topic, counts]) => {
        const all = allOf(counts);
        const told = tones.map((tone) => `${words.tones[tone]} ${numberText(counts[tone], locale)}`).join(', ');
        return (
          <li key={topic}>
            <button
              type="button"
              className="topic-row"
              aria-pressed={topic === chosen}
              title={`${nameOf(topic)}: ${told}`}
              onClick={() => onChoose(topic)}
            >
              <span className="topic-name clip">{nameOf(topic)}</span>
              <span className="topic-count">{numberText(all, locale)}</span>
              <span className="topic-negative">
                ▲ {numberText(counts.negative, locale)}
                <span className="visually-hidden"> {words.tones.negative}</span>
              </span>
              <span className="topic-bar" style={{ inlineSize: `${(100 * all) / (topic === '' ? all : most)}%` }}>
                {tones.map((tone) => (
                  <span key={tone} data-tone={tone} style={{ flexGrow: counts[tone] }} />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
