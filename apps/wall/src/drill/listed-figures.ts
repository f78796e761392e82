/** Figures that are the count of dossiers, in the order in which somebody wants to see them listed. */
export const listedFigures: readonly string[] = [
  'dossiers.overdue',
  'dossiers.near-due',
  'dossiers.open',
  'dossiers.handled',
  'dossiers.received',
];
