import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';

/** What a parser says about one item of its file. `remark`: worth knowing, no reason to refuse; `count` adds up by name. */
export type Parsed =
  | { readonly kind: 'record'; readonly line: number; readonly record: FlagtowerRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'remark'; readonly name: string; readonly count: number };
