import type { KpiCell } from '@flagtower/contracts';
import { createContext, use } from 'react';

/** A figure that somebody wants to know the reasons of: everything that tells it from all others. */
export interface WhyQuestion {
  readonly kpi: string;
  readonly unit: string | null;
  readonly group: string | null;
  readonly procedure: string | null;
  /** Flows: instants of the period; `null` from: since ever; `null` to: until `at`. */
  readonly from: string | null;
  readonly to: string | null;
  readonly at: string;
  readonly knownSeq: number;
  readonly geography: string | null;
  /** Of a measured figure: only this thing; left out: all. */
  readonly entity?: string;
  /** Where and when, in the reader's words. */
  readonly about: string;
}

/** Opens the reasons of a figure of the stream; `null`: the scene cannot show them. */
export const AskWhyContext = createContext<((cell: KpiCell) => void) | null>(null);

export function useAskWhy(): ((cell: KpiCell) => void) | null {
  return use(AskWhyContext);
}
