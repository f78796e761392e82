import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { truth } from './real-feeds.ts';

/** Field reports, requests and an object-centric log. */
export function casesFigures(): void {
  test('a table of field reports', async ({ desk }) => {
    const { fieldReports } = truth();
    const summary = await desk.bring('dossiers/csv/nyc311-noise-2016.csv', 'noise');
    const source = 'noise';

    expect(summary).toMatchObject({
      format: 'csv',
      rows: fieldReports.rows,
      dossiers: fieldReports.distinct_ids,
      zone: 'America/New_York',
    });
    expect(await desk.value('field-reports.received', { source })).toBe(fieldReports.distinct_ids);
    expect(await desk.value('field-reports.handled', { source })).toBe(fieldReports.closed_with_date);
    const onTime = (await desk.ask('field-reports.on-time-rate.handled', { source })).values[0];
    expect([onTime?.numerator, onTime?.denominator]).toEqual([
      fieldReports.on_time_closed_le_target,
      fieldReports.closed_with_target,
    ]);
    const units = (await desk.ask('field-reports.received', { source, by: 'unit' })).values;
    expect(Object.fromEntries(units.map(({ key, value }) => [key['unit'], value]))).toEqual(fieldReports.by_department);
  });

  test('requests of Open311, with their notes', async ({ desk }) => {
    const { requests } = truth();
    const summary = await desk.bring('dossiers/open311/chicago-2014-requests.json', 'chicago');
    const source = 'chicago';

    expect(summary).toMatchObject({
      format: 'open311',
      rows: requests.requests,
      dossiers: requests.distinct_ids,
      events: requests.notes_total,
    });
    expect(await desk.value('field-reports.received', { source })).toBe(requests.requests);
    expect(await desk.value('field-reports.handled', { source })).toBe(requests.status.closed);
    expect(await desk.value('field-reports.open', { source })).toBe(requests.status.open);
    const services = (await desk.ask('field-reports.received', { source, by: 'procedure' })).values;
    expect(Object.fromEntries(services.map(({ key, value }) => [key['procedure'], value]))).toEqual(
      requests.by_service,
    );
  });

  test('an object-centric log, in both of its spellings', async ({ desk }) => {
    const json = await desk.bring('dossiers/ocel/ocel20-example.jsonocel', 'ocel-json');
    const xml = await desk.bring('dossiers/ocel/ocel20-example.xmlocel', 'ocel-xml');

    expect(json.remarks).toMatchObject({
      'log-events': truth().objects.events,
      'log-objects': truth().objects.objects,
    });
    expect({ ...xml, remarks: xml.remarks }).toMatchObject({
      rows: json.rows,
      dossiers: json.dossiers,
      events: json.events,
      remarks: json.remarks,
    });
  });
}
