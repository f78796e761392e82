import { createHash } from 'node:crypto';

import { daysFrom, hourMs, type DayNumber } from '../calendar/city-days.ts';
import { reportTopics } from '../cases/field-reports/field-report-cohort.ts';
import { fieldReportsOf, serviceRequest, updatedAt, type FieldReport } from '../cases/field-reports/service-request.ts';
import type { CityModel } from '../city-model.ts';
import type { FeedDocument, Feeds } from './feed-server.ts';

/** GeoReport v2: "the default query limit is a span of 90 days". */
const windowMs = 90 * 24 * hourMs;
const defaultPageSize = 50;
const longestPage = 1000;

/**
 * The city's field reports as Open311 GeoReport v2: its services, and its requests by window or by update, page by page.
 * @param now epoch milliseconds of the city's clock
 * @param historyDays how many days before today it remembers
 */
export function open311Feeds(city: CityModel, now: () => number, historyDays: number): Feeds {
  const known = new Map<DayNumber, FieldReport[]>();
  const firstDay = city.days.dayOf(now()) - historyDays;
  const reportsOf = (day: DayNumber): FieldReport[] => {
    const reports = known.get(day) ?? fieldReportsOf(city, day);
    known.set(day, reports);
    return reports;
  };
  const reportsBetween = (from: number, to: number): FieldReport[] => {
    const first = Math.max(firstDay, city.days.dayOf(from));
    return daysFrom(first, city.days.dayOf(to))
      .toReversed()
      .flatMap(reportsOf)
      .filter(({ submittedAt }) => submittedAt >= from && submittedAt <= to);
  };
  return {
    '/open311/v2/services.json': () => document(services()),
    '/open311/v2/requests.json': (words) => {
      const at = now();
      const asked = requestsAsked(words, at, city.days.startOf(firstDay));
      if (typeof asked === 'string') return { ...document([{ code: 400, description: asked }]), status: 400 };
      const told = reportsBetween(asked.from, asked.to).filter(
        (report) => (updatedAt(report, at) ?? -Infinity) > asked.updatedAfter,
      );
      const page = told.slice(asked.offset, asked.offset + asked.limit);
      return document(page.map((report) => serviceRequest(report, at)));
    },
  };
}

interface RequestsAsked {
  readonly from: number;
  readonly to: number;
  readonly updatedAfter: number;
  readonly offset: number;
  readonly limit: number;
}

/** @returns what is wrong with the words, where something is */
function requestsAsked(words: URLSearchParams, now: number, oldest: number): RequestsAsked | string {
  const moment = (name: string): number | null => (words.has(name) ? Date.parse(words.get(name) ?? '') : null);
  const count = (name: string, otherwise: number): number => Number(words.get(name) ?? otherwise);
  const [start, end, updated] = [moment('start_date'), moment('end_date'), moment('updated_after')];
  const [page, size] = [count('page', 1), count('page_size', defaultPageSize)];
  if ([start, end, updated].some((at) => Number.isNaN(at))) return 'a date must be like 2026-01-01T00:00:00Z';
  if (!Number.isInteger(page) || page < 1 || !Number.isInteger(size) || size < 1)
    return 'page and page_size begin at 1';
  const to = Math.min(end ?? now, now);
  // Without a window the last 90 days, and of what was updated since, whatever is remembered.
  const from = start ?? (updated === null ? to - windowMs : oldest);
  if (start !== null && to - start > windowMs) return 'start_date and end_date may be 90 days apart';
  const limit = Math.min(size, longestPage);
  return { from, to, updatedAfter: updated ?? -Infinity, offset: (page - 1) * limit, limit };
}

function services(): object[] {
  return [...reportTopics].map(([code, name]) => ({
    service_code: code,
    service_name: name,
    description: '',
    metadata: false,
    type: 'batch',
    keywords: 'simulated',
    group: '',
  }));
}

function document(list: readonly object[]): FeedDocument {
  const body = JSON.stringify(list);
  return { contentType: 'application/json; charset=utf-8', tag: createHash('sha256').update(body).digest('hex'), body };
}
