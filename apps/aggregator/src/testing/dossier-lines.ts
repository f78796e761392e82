/** A line of NDJSON: a dossier that was received; `more` adds to it, or says it otherwise. */
export function dossierLine(code: string, at: string, more: object = {}): string {
  return JSON.stringify({
    kind: 'dossier-event',
    recordId: `received:${code}`,
    occurredAt: at,
    caseKind: 'dossier',
    dossier: code,
    steps: [{ step: 'received', at }],
    dating: 'change',
    unit: '00004',
    ...more,
  });
}

/** One that came online. */
export function receivedLine(code: string, at = '2026-03-02T03:00:00.000Z', unit = '00004'): string {
  return dossierLine(code, at, { unit, channel: 'online' });
}
