import {
  channelCellSchema,
  cityStageSchema,
  feedEntitySchema,
  incidentCellSchema,
  kpiCellSchema,
  noticeCellSchema,
  rankedUnitSchema,
  seriesPointSchema,
  sourceCellSchema,
  type ChannelCell,
  type CityStage,
  type FeedEntity,
  type IncidentCell,
  type KpiCell,
  type NoticeCell,
  type Period,
  type RankedUnit,
  type SeriesPoint,
  type SourceCell,
} from '@flagtower/contracts';
import { useMemo } from 'react';

import { useTopic, type TopicState } from '../stream/use-topic.ts';
import { rememberingJudge, type Cell } from './cell.ts';

/** A topic whose values were judged at the border. */
export interface Cells<T> extends Pick<TopicState, 'cut' | 'contact' | 'since'> {
  readonly all: ReadonlyMap<string, Cell<T>>;
}

/** A feed of which nobody tells. */
const NOTHING = 'feed/none';

function useCells<T>(topic: string, judge: (raw: unknown) => Cell<T>): Cells<T> {
  const { state, cut, contact, since } = useTopic(topic);
  const all = useMemo(() => new Map([...state].map(([key, raw]) => [key, judge(raw)])), [state, judge]);
  return { all, cut, contact, since };
}

const judgeKpi = rememberingJudge<KpiCell>(kpiCellSchema);
const judgePoint = rememberingJudge<SeriesPoint>(seriesPointSchema);
const judgeUnit = rememberingJudge<RankedUnit>(rankedUnitSchema);
const judgeChannel = rememberingJudge<ChannelCell>(channelCellSchema);
const judgeEntity = rememberingJudge<FeedEntity>(feedEntitySchema);
const judgeIncident = rememberingJudge<IncidentCell>(incidentCellSchema);
const judgeNotice = rememberingJudge<NoticeCell>(noticeCellSchema);
const judgeStage = rememberingJudge<CityStage>(cityStageSchema);
const judgeSource = rememberingJudge<SourceCell>(sourceCellSchema);

export interface KpiCells extends Pick<TopicState, 'cut' | 'contact'> {
  readonly cell: (kpi: string, period: Period) => Cell<KpiCell>;
}

const absent = { kind: 'absent' } as const;

export function useKpis(unit: string): KpiCells {
  const { all, cut, contact } = useCells(`kpis/${unit}`, judgeKpi);
  return useMemo(
    () => ({ cut, contact, cell: (kpi, period) => all.get(`${kpi}|${period}`) ?? absent }),
    [all, cut, contact],
  );
}

export function useSeries(id: string): Cells<SeriesPoint> {
  return useCells(`series/${id}`, judgePoint);
}

/** @param id `null`: no ranking is wanted, and none is followed */
export function useRanking(id: 'overdue' | 'units' | null): Cells<RankedUnit> {
  return useCells(id === null ? NOTHING : `ranking/${id}`, judgeUnit);
}

export function useChannels(): Cells<ChannelCell> {
  return useCells('ranking/channels', judgeChannel);
}

export function useFeed(feed: string): Cells<FeedEntity> {
  return useCells(`feed/${feed}`, judgeEntity);
}

export function useNotices(): Cells<NoticeCell> {
  return useCells('notices', judgeNotice);
}

export function useIncidents(): Cells<IncidentCell> {
  return useCells('incidents', judgeIncident);
}

/** One cell, `city`. */
export function useStage(): Cells<CityStage> {
  return useCells('stage', judgeStage);
}

export function useSources(): Cells<SourceCell> {
  return useCells('sources', judgeSource);
}

/** The cells of a topic that could be read, by key. */
export function knownCells<T>(all: ReadonlyMap<string, Cell<T>>): [string, T][] {
  return [...all].flatMap(([key, cell]) => (cell.kind === 'known' ? [[key, cell.value] satisfies [string, T]] : []));
}
