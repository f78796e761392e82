import type { CatalogueItem } from '@flagtower/contracts';
import { expect } from 'vitest';

import { test, type Reading } from './import-desk.ts';
import { sum } from './reading-lines.ts';
import { truth } from './real-feeds.ts';

const channels: Readonly<Record<string, string>> = {
  'applications.online': 'online',
  calls: 'phone',
  'applications.desk': 'in_person',
  'applications.email': 'email',
  'applications.fax': 'fax',
  'applications.post': 'post',
};

/** A government's services and the standards that they are held to. */
export function servicesFigures(): void {
  test('services of a government: what of them is online, and their volumes by channel', async ({ desk }) => {
    const { rows, service_ids: ids, organisations, by_fiscal_year: years } = truth().services;
    const path = 'catalogue/canada/service.csv';
    const summary = await desk.bring(path, 'canada');
    const again = await desk.bring(path, 'canada');
    const [items, readings] = [await desk.items('canada'), await desk.readings('canada')];
    const parts = items.map(({ code }) => code.split('/'));

    expect(summary).toMatchObject({ format: 'csv', rows, catalogueItems: rows, quarantined: 0 });
    expect(again.accepted).toBe(0);
    expect(new Set(parts.map(([organisation]) => organisation)).size).toBe(organisations);
    expect(new Set(parts.map(([, id]) => id)).size).toBe(ids);
    for (const [year, figures] of Object.entries(years)) {
      const first = `${year.slice(0, 4)}-04-01`;
      const inYear = readings.filter(({ at }) => at.startsWith(`${year.slice(5)}-04-01T03:59:59.999`));
      const told = figuresOf(
        items.filter(({ validFrom }) => validFrom === first),
        inYear,
      );

      expect([year, told]).toEqual([
        year,
        { ...figures, online_share_of_applications: expect.closeTo(figures.online_share_of_applications, 6) },
      ]);
    }
  });

  test('the standards of these services, and how they are met; no data is not zero', async ({ desk }) => {
    const figures = truth().standards;
    const summary = await desk.bring('catalogue/canada/service-std.csv', 'canada-standards');
    const byStandard = Map.groupBy(await desk.readings('canada-standards'), ({ entity }) => entity);
    const standards = [...byStandard].map(([entity, readings]) => standardOf(entity, readings));
    const [promised, met] = [standards.filter(({ target }) => target !== null), sum(standards.map(asMet))];
    const both = promised.filter(({ performance }) => performance !== null);
    const volume = sum(standards.map(({ requests }) => ({ value: requests })));

    expect(summary).toMatchObject({ format: 'csv', rows: figures.rows, quarantined: 0 });
    expect(standards).toHaveLength(figures.rows);
    expect(new Set(standards.map(({ key }) => key)).size).toBe(figures.distinct_keys);
    expect(standards.filter(({ performance }) => performance === null)).toHaveLength(figures.performance_ND);
    expect(promised).toHaveLength(figures.with_target);
    expect(both).toHaveLength(figures.with_target_and_performance);
    expect(both.filter((it) => Number(it.performance) >= Number(it.target))).toHaveLength(
      figures.standards_meeting_target,
    );
    expect([volume, met]).toEqual([figures.volume_total, figures.volume_meeting_standard]);
    expect(met / volume).toBeCloseTo(figures.volume_weighted_on_time_share, 6);
    expect(standards.filter(({ requests, met: kept }) => kept > requests)).toHaveLength(figures.rows_result_gt_volume);
  });
}

type YearFigures = ReturnType<typeof truth>['services']['by_fiscal_year'][string];

function figuresOf(items: readonly CatalogueItem[], readings: readonly Reading[]): YearFigures {
  const byMetric = Map.groupBy(readings, ({ metric }) => metric);
  const volumes = Object.fromEntries(
    Object.entries(channels).map(([metric, name]) => [name, sum(byMetric.get(metric) ?? [])]),
  );
  const { phone = 0, online = 0, ...others } = volumes;
  const applications = Object.values(others).reduce((total, count) => total + count, online);
  const count = (is: (item: CatalogueItem) => boolean): number => items.filter(is).length;
  return {
    rows: items.length,
    // Who rings up asks for something; an application is another thing.
    volumes: { ...others, online, phone },
    online_share_of_applications: online / applications,
    services_with_any_online_application: (byMetric.get('applications.online') ?? []).filter(
      (it) => Number(it.value) > 0,
    ).length,
    services_e_application_Y: count(({ onlineSteps }) => onlineSteps?.['application'] === true),
    services_all_six_e_steps_Y: count(
      ({ onlineSteps = {}, serviceLevel }) => serviceLevel === 'full' && Object.keys(onlineSteps).length === 6,
    ),
    services_all_applicable_steps_Y: count(({ serviceLevel }) => serviceLevel === 'full'),
    services_no_step_online: count(({ serviceLevel }) => serviceLevel === 'none'),
    external_services: count(({ audience }) => audience === 'external' || audience === 'both'),
  };
}

interface Standard {
  /** An organisation numbers its standards; some number them anew for each service. */
  readonly key: string;
  readonly target: number | null;
  readonly performance: number | null;
  readonly requests: number;
  readonly met: number;
}

function standardOf(entity: string, readings: readonly Reading[]): Standard {
  const [organisation = '', , id = ''] = entity.split('/');
  const value = (metric: string): number | null => readings.find((it) => it.metric === metric)?.value ?? null;
  const ofYear = (name: string): number => sum(readings.filter(({ metric }) => metric.startsWith(name)));
  return {
    key: `${organisation}/${id}`,
    target: value('target'),
    performance: value('performance'),
    requests: ofYear('requests.'),
    met: ofYear('met.'),
  };
}

function asMet({ met }: Standard): { readonly value: number } {
  return { value: met };
}
