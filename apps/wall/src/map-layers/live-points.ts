import {
  feedEntitySchema,
  incidentCellSchema,
  noticeCellSchema,
  type FeedEntity,
  type Freshness,
  type IncidentCell,
  type MapLayer,
  type NoticeCell,
} from '@flagtower/contracts';

import { rememberingJudge, type Cell } from '../cells/cell.ts';
import type { StreamClient } from '../stream/stream-client.ts';
import { openTimer } from '../stream/timer.ts';
import type { MapPoint } from './map-point.ts';

const judgeEntity = rememberingJudge<FeedEntity>(feedEntitySchema);
const judgeIncident = rememberingJudge<IncidentCell>(incidentCellSchema);
const judgeNotice = rememberingJudge<NoticeCell>(noticeCellSchema);

/** Between two pictures of the points; more often the eye sees nothing. */
const SPACE_MS = 1000;
/** Ages go on although nobody tells anything. */
const LOOK_AGAIN_MS = 5000;

/** How a layer stands, for its row in the list. */
export interface LayerTally {
  /** Things that it draws, or would draw if it was chosen. */
  readonly drawn: number;
  /** Things that it was told of. */
  readonly told: number;
  /** `false`: nothing was heard of its topic yet. */
  readonly isKnown: boolean;
  /** Of the one that stays fresh longest; `null`: no thing has one. */
  readonly freshness: Freshness | null;
}

/** What a layer reads of its topic. */
export interface LayerReader {
  readonly layer: MapLayer;
  readonly topic: string;
  readonly read: (told: Told, nowMs: number | null) => { points: readonly MapPoint[]; tally: LayerTally };
}

/** The state of a topic, judged when it is asked for. */
export interface Told {
  readonly isKnown: boolean;
  readonly entities: () => readonly FeedEntity[];
  readonly incidents: () => readonly (readonly [string, IncidentCell])[];
  readonly notices: () => readonly (readonly [string, NoticeCell])[];
}

/** The points of a map, outside of React: things move many times a minute, and no page is drawn again for that. */
export interface LivePoints {
  /** Of the shown layers. The same list until something changed. */
  readonly points: () => readonly MapPoint[];
  /** Of every layer, by id. The same object until a number in it changed. */
  readonly tallies: () => ReadonlyMap<string, LayerTally>;
  readonly watch: (onChange: () => void) => () => void;
}

export function livePoints(
  stream: Pick<StreamClient, 'watch' | 'view' | 'ledgerNowMs'>,
  readers: readonly LayerReader[],
  shown: ReadonlySet<string>,
): LivePoints {
  const watchers = new Set<() => void>();
  const pause = openTimer();
  const again = openTimer();
  let points: readonly MapPoint[] = [];
  let tallies: ReadonlyMap<string, LayerTally> = new Map();
  let isWaiting = false;
  let stops: (() => void)[] = [];

  const tell = (): void => {
    isWaiting = false;
    const nowMs = stream.ledgerNowMs();
    const all = readers.map(({ layer, topic, read }) => ({ id: layer.id, ...read(toldOf(stream, topic), nowMs) }));
    points = all.flatMap(({ id, points: own }) => (shown.has(id) ? own : []));
    const next = new Map(all.map(({ id, tally }) => [id, tally]));
    if (JSON.stringify([...next]) !== JSON.stringify([...tallies])) tallies = next;
    for (const onChange of watchers) onChange();
    again.start(LOOK_AGAIN_MS, tell);
  };
  const soon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    pause.start(SPACE_MS, tell);
  };
  const open = (): void => {
    stops = [...new Set(readers.map(({ topic }) => topic))].map((topic) => stream.watch(topic, soon));
    tell();
  };
  const close = (): void => {
    for (const stop of stops) stop();
    stops = [];
    pause.stop();
    again.stop();
    isWaiting = false;
  };
  return {
    points: () => points,
    tallies: () => tallies,
    watch: (onChange) => {
      watchers.add(onChange);
      if (watchers.size === 1) open();
      return () => {
        watchers.delete(onChange);
        if (watchers.size === 0) close();
      };
    },
  };
}

function toldOf(stream: Pick<StreamClient, 'view'>, topic: string): Told {
  const { state, cut } = stream.view(topic);
  const known = <T>(judge: (raw: unknown) => Cell<T>): [string, T][] =>
    [...state].flatMap(([key, raw]) => {
      const cell = judge(raw);
      return cell.kind === 'known' ? [[key, cell.value] satisfies [string, T]] : [];
    });
  return {
    isKnown: cut !== null,
    entities: () => known(judgeEntity).map(([, entity]) => entity),
    incidents: () => known(judgeIncident),
    notices: () => known(judgeNotice),
  };
}
