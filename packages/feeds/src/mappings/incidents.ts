import { shipped } from './shipped-mapping.ts';

/**
 * Incidents of an emergency center, a row each, as a table or as flat JSON: copy it, and name your own columns and words. Descriptions and
 * whoever called are never read.
 */
export const incidentList = shipped('incidents', 'csv', ['incident', 'type', 'severity', 'began', 'ended', 'state'], {
  mapping: 1,
  name: 'Emergency center: a row per incident',
  shape: 'notices',
  timeFormats: ['iso', 'dd/MM/yyyy HH:mm'],
  notice: {
    noticeType: 'incident',
    id: 'incident',
    category: 'type',
    severity: {
      column: 'severity',
      values: {
        critical: 'extreme',
        '1': 'extreme',
        high: 'severe',
        '2': 'severe',
        medium: 'moderate',
        '3': 'moderate',
        low: 'minor',
        '4': 'minor',
      },
    },
    startsAt: 'began',
    endsAt: 'ended',
    ended: {
      column: 'state',
      values: { open: 'false', active: 'false', closed: 'true', resolved: 'true', cancelled: 'true' },
    },
    updated: 'updated',
    events: {
      vi: { fire: 'Cháy', flood: 'Ngập', accident: 'Tai nạn', 'power-cut': 'Mất điện', 'tree-down': 'Cây đổ' },
      en: {
        fire: 'Fire',
        flood: 'Flooding',
        accident: 'Accident',
        'power-cut': 'Power cut',
        'tree-down': 'Fallen tree',
      },
    },
    place: 'place',
    point: { longitude: 'longitude', latitude: 'latitude' },
  },
});
