/** Fixed places: a leader's eye learns where a center is, whatever happens there. */
export const CENTER_ORDER: readonly string[] = [
  'public-service',
  'traffic',
  'emergency',
  'feedback',
  'analytics',
  'press',
  'it-support',
  'security',
  'tourism',
  'environment',
];
