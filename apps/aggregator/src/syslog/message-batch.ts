import { createHash } from 'node:crypto';

import { FlagtowerError, type SyslogPlan } from '@flagtower/contracts';
import { defaultLimits, syslogTranslator, type Parsed, type SyslogToken } from '@flagtower/feeds';
import type { Batch } from '@flagtower/store';

import { namedMapping } from '../connect/named-mapping.ts';
import { toldRecords } from '../intake/told-records.ts';
import type { SourceSecrets } from '../ops/env.ts';
import type { ListenOptions } from './listen-options.ts';

export type Messages = Pick<Batch, 'fileHash' | 'items' | 'rejections'>;

/** The messages that are committed together. */
export interface MessageBatch {
  readonly take: (bytes: Uint8Array, line: number) => void;
  readonly tooLong: (line: number) => void;
  /** The last message broke off. */
  readonly cut: () => void;
  /** What was taken since the last time; `null`: nothing. */
  readonly flush: () => Messages | null;
  /** Messages in a row of which nothing could be read. */
  readonly unreadable: () => number;
}

/**
 * @throws FlagtowerError `BAD_REQUEST` for a mapping that cannot work or a secret that nobody set, `UNKNOWN_MAPPING`
 */
export function messageBatch({
  syslog,
  source,
  secrets,
}: Pick<ListenOptions, 'syslog' | 'source' | 'secrets'>): MessageBatch {
  const options = {
    zone: source.config.zone,
    mapping: namedMapping(syslog.mapping),
    asOf: null,
    caseKind: null,
    feed: null,
    limits: defaultLimits,
  };
  const token = tokenOf(syslog, secrets);
  // What was told before is forgotten with each batch: only the ledger knows what is durable.
  let translate = syslogTranslator(options, token);
  let hash = createHash('sha256');
  let told: Parsed[] = [];
  let taken = 0;
  let unreadable = 0;
  const refuse = (line: number, reason: 'too-large' | 'not-parseable', remedy: string): void => {
    taken += 1;
    told.push({ kind: 'rejected', rejection: { line, reason, fields: [], remedy } });
  };
  return {
    take: (bytes, line) => {
      taken += 1;
      hash.update(bytes);
      const first = told.length;
      translate(bytes, line, told);
      const [only] = told.slice(first);
      unreadable = only?.kind === 'rejected' && only.rejection.reason === 'not-parseable' ? unreadable + 1 : 0;
    },
    tooLong: (line) => {
      unreadable += 1;
      refuse(line, 'too-large', 'The message is larger than syslog.mostBytes');
    },
    cut: () => refuse(taken + 1, 'not-parseable', 'The connection ended in the middle of this message'),
    flush: () => {
      if (taken === 0) return null;
      const messages = { fileHash: hash.digest('hex'), ...toldRecords(told) };
      translate = syslogTranslator(options, token);
      hash = createHash('sha256');
      told = [];
      taken = 0;
      return messages;
    },
    unreadable: () => unreadable,
  };
}

function tokenOf({ token }: SyslogPlan, secrets: SourceSecrets): SyslogToken | null {
  if (token === undefined) return null;
  const secret = Object.entries(secrets).find(([name]) => name === token.secret)?.[1] ?? '';
  if (secret !== '') return { element: token.element, parameter: token.parameter, secret };
  throw new FlagtowerError('BAD_REQUEST', 'the secret of a source is not set', {
    place: token.secret,
    remedy: 'set this variable where the service starts',
  });
}
