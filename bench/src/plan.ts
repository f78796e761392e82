/** How much a run measures. All of it ends by itself: the small one within four minutes. */
export interface Plan {
  readonly name: 'bench' | 'bench:full';
  /** Dossiers in the ledger that is imported and then asked; two records each. */
  readonly dossiers: number;
  /** Records that a variant of the import takes in one turn. */
  readonly recordsATurn: number;
  /** Rows of the file that is read and committed. */
  readonly fileRows: number;
  readonly clients: number;
  readonly fanOutTurns: number;
  readonly fanOutTurnMs: number;
  /** Events a second, and how long they come. */
  readonly loads: readonly { readonly rate: number; readonly seconds: number }[];
  readonly drillTurns: number;
}

export const smallPlan: Plan = {
  name: 'bench',
  dossiers: 200_000,
  recordsATurn: 40_000,
  fileRows: 10_000,
  clients: 500,
  fanOutTurns: 5,
  fanOutTurnMs: 1200,
  loads: [
    { rate: 100, seconds: 6 },
    { rate: 1000, seconds: 6 },
  ],
  drillTurns: 10,
};

export const fullPlan: Plan = {
  name: 'bench:full',
  dossiers: 5_000_000,
  recordsATurn: 200_000,
  fileRows: 200_000,
  clients: 500,
  fanOutTurns: 15,
  fanOutTurnMs: 4000,
  loads: [
    { rate: 100, seconds: 60 },
    { rate: 1000, seconds: 60 },
    { rate: 5000, seconds: 60 },
  ],
  drillTurns: 50,
};
