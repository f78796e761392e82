type Json = Readonly<Record<string, unknown>>;

const reason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** For tests: beds of a hospital in Hanoi on one day; the number of occupied ones is held back. */
export function bedReport(more: Json = {}): Json {
  return {
    resourceType: 'MeasureReport',
    id: 'beds-1',
    status: 'complete',
    type: 'summary',
    measure: 'https://example.org/Measure/beds',
    subject: { reference: 'Location/bv-01' },
    date: '2026-11-24T07:05:00+07:00',
    period: { start: '2026-11-24T07:00:00+07:00', end: '2026-11-24T07:00:00+07:00' },
    group: [
      {
        code: { coding: [{ code: 'Beds' }] },
        population: [
          { code: { coding: [{ code: 'numTotBeds' }] }, count: 800 },
          { code: { coding: [{ code: 'numVentUse' }] }, count: 0 },
          {
            code: { coding: [{ code: 'numBedsOcc' }] },
            _count: { extension: [{ url: reason, valueCode: 'unsupported' }] },
          },
        ],
      },
    ],
    ...more,
  };
}

/** For tests: the hospital of these beds. */
export function hospital(more: Json = {}): Json {
  return {
    resourceType: 'Location',
    id: 'bv-01',
    mode: 'instance',
    name: 'Bệnh viện số 1',
    telecom: [{ system: 'phone', value: '0240000000' }],
    position: { longitude: 105.84, latitude: 21.0 },
    ...more,
  };
}

/** For tests: how long people wait there. */
export function waitingTime(more: Json = {}): Json {
  return {
    resourceType: 'Observation',
    id: 'wait-1',
    status: 'final',
    code: { coding: [{ code: 'waiting-time' }] },
    subject: { reference: 'https://fhir.example.org/r4/Location/bv-01' },
    effectiveDateTime: '2026-11-24T08:00:00+07:00',
    valueQuantity: { value: 25, code: 'min' },
    ...more,
  };
}

/** For tests: one visit. */
export function visit(id: string, more: Json = {}): Json {
  return {
    resourceType: 'Encounter',
    id,
    status: 'in-progress',
    class: { code: 'EMER' },
    subject: { reference: 'Patient/1', display: 'Nguyễn Văn A' },
    serviceProvider: { reference: 'Organization/bv-01' },
    ...more,
  };
}

/** For tests: resources as a server answers with them. */
export function bundle(resources: readonly Json[], more: Json = {}): Json {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    timestamp: '2026-11-24T08:10:00+07:00',
    link: [{ relation: 'self', url: 'https://fhir.example.org/r4/Encounter' }],
    entry: resources.map((resource) => ({ resource })),
    ...more,
  };
}
