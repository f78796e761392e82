import type { Rejection, RejectionReason } from '@flagtower/contracts';

import type { Parsed } from './parsed.ts';

const MAX_FIELDS = 20;
const MAX_FIELD_CHARS = 120;
const MAX_REMEDY_CHARS = 300;

/** A refused item, cut to what `rejectionSchema` allows. `fields` and `remedy` name places and never values. */
export function rejected(line: number, reason: RejectionReason, fields: readonly string[], remedy: string): Parsed {
  const rejection: Rejection = {
    line: Math.max(1, line),
    reason,
    fields: fields.slice(0, MAX_FIELDS).map((field) => field.slice(0, MAX_FIELD_CHARS)),
    remedy: remedy.slice(0, MAX_REMEDY_CHARS),
  };
  return { kind: 'rejected', rejection };
}

export function remark(name: string, count = 1): Parsed {
  return { kind: 'remark', name, count };
}
