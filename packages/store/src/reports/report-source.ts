/**
 * Whom the records of approved reports are from: the people of this service. It is no source that anybody declares or has
 * a key to, so nothing becomes a report but by an approval.
 */
export const reportSource = { id: 'reports', namespace: 'reports' } as const;
