import type { HospitalBeds } from './hospitals.ts';

/** The bed counts of the hospitals as a Bundle of FHIR R4 MeasureReports. @param at epoch milliseconds */
export function bedDocument(hospitals: readonly HospitalBeds[], at: number): string {
  const time = new Date(at).toISOString();
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: time,
    entry: hospitals.map(({ id, total, taken }) => ({
      resource: {
        resourceType: 'MeasureReport',
        id: `beds-${id}`,
        status: 'complete',
        type: 'summary',
        measure: 'urn:flagtower:simulated:beds',
        subject: { reference: `Location/${id}` },
        date: time,
        period: { start: time, end: time },
        group: [{ population: [population('numTotBeds', total), population('numTotBedsOcc', taken)] }],
      },
    })),
  });
}

function population(code: string, count: number): object {
  return { code: { coding: [{ code }] }, count };
}
