import type { HospitalBeds } from './hospitals.ts';

/** When the places last changed; told, so that a place is the same record each time. */
const placedAt = '2025-07-01T00:00:00.000Z';

/** The hospitals and their bed counts as a Bundle of FHIR R4 Locations and MeasureReports. @param at epoch milliseconds */
export function bedDocument(hospitals: readonly HospitalBeds[], at: number): string {
  const time = new Date(at).toISOString();
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: time,
    entry: hospitals.flatMap((hospital) => [{ resource: location(hospital) }, { resource: report(hospital, time) }]),
  });
}

function location({ id, point }: HospitalBeds): object {
  return {
    resourceType: 'Location',
    id,
    meta: { lastUpdated: placedAt },
    status: 'active',
    mode: 'instance',
    language: 'vi',
    name: `Bệnh viện mô phỏng ${id.slice(-2)}`,
    ...(point === null ? {} : { position: { longitude: point[0], latitude: point[1] } }),
  };
}

function report({ id, total, taken }: HospitalBeds, time: string): object {
  return {
    resourceType: 'MeasureReport',
    id: `beds-${id}`,
    status: 'complete',
    type: 'summary',
    measure: 'urn:flagtower:simulated:beds',
    subject: { reference: `Location/${id}` },
    date: time,
    period: { start: time, end: time },
    group: [{ population: [population('numTotBeds', total), population('numTotBedsOcc', taken)] }],
  };
}

/** A count that is not known has its reason in its place: it is no 0. */
function population(code: string, count: number | null): object {
  const told =
    count === null
      ? {
          _count: {
            extension: [
              { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'temp-unknown' },
            ],
          },
        }
      : { count };
  return { code: { coding: [{ code }] }, ...told };
}
