import type { Language } from '../language.ts';

/**
 * One column of an exported table. `digits`: digits after the decimal sign, absent: as many as a value has; `text` columns are written
 * as they are. `share`: values in [0, 1], written in per cent.
 */
export interface ExportedColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'share';
  readonly digits?: number;
}

/** `null` is "not known": an empty cell, never a zero. */
export type ExportedCell = string | number | null;

/**
 * What leaves the product: a table that somebody saw, with everything a reader far away needs to know how far to trust
 * it. The picture and the file of figures are made from this one value, so they cannot differ.
 */
export interface ExportedView {
  /** File name without its ending, `a-z0-9-`. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  /** What is measured, and in which unit. */
  readonly unit: string;
  /** The moment that the figures speak of, in words with zone, and the commit they know of. */
  readonly cut: string;
  /** Who told us, and how fresh that was. */
  readonly source: string;
  /** The ledger's mark; `null` only for the real one. */
  readonly mark: string | null;
  readonly columns: readonly ExportedColumn[];
  readonly rows: readonly (readonly ExportedCell[])[];
}
