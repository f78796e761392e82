import { hash as digest } from 'node:crypto';

import type { FlagtowerRecord } from '@flagtower/contracts';

/** JSON with the keys of every object in order, so that equal content is equal text whoever wrote it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (!isObject(value)) return value === undefined ? 'null' : JSON.stringify(value);
  // Built by hand: every record of every batch comes through here.
  let text = '';
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export interface RecordIdentity {
  /** Of the content without id and version. */
  readonly hash: string;
  /** Of source, id, version and content: a second telling of all four is a duplicate. */
  readonly identity: string;
}

export function identityOf(source: string, record: FlagtowerRecord): RecordIdentity {
  const { recordId, version, ...content } = record;
  const hash = digest('sha256', canonicalJson(content), 'hex').slice(0, 24);
  return { hash, identity: uuidOf(`${source}\u0000${recordId}\u0000${String(version)}\u0000${hash}`) };
}

/** A case's key: deterministic, so that no look-up is needed to know it. */
export function dossierKey(namespace: string, caseKind: string, code: string): string {
  return uuidOf(`${namespace}\u0000${caseKind}\u0000${code}`);
}

function uuidOf(text: string): string {
  const hex = digest('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
