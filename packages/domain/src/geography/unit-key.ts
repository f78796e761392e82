/**
 * How the ledger names where something is counted. A code alone is no name, since codes were re-used: a unit that the city
 * knows is `CODE@VALIDFROM`; what cannot be placed in one unit is `CODE@VALIDFROM/unallocated` of the unit above; a code that
 * the city does not know (another city's file) stays as it was told; nothing told is `''`. No told code holds an `@`.
 */
const unallocatedSuffix = '/unallocated';

export function unitKey({ code, validFrom }: { readonly code: string; readonly validFrom: string }): string {
  return `${code}@${validFrom}`;
}

/** What belongs to a unit but to none of those below it. */
export function unallocatedKey(key: string): string {
  return `${key}${unallocatedSuffix}`;
}

export interface KeyParts {
  /** Of the unit itself, or of the unit whose unallocated this is. */
  readonly unit: string;
  readonly isUnallocated: boolean;
}

/** @returns `null` for a code that the city does not know, and for no code at all */
export function keyParts(key: string): KeyParts | null {
  if (!key.includes('@')) return null;
  return key.endsWith(unallocatedSuffix)
    ? { unit: key.slice(0, -unallocatedSuffix.length), isUnallocated: true }
    : { unit: key, isUnallocated: false };
}
