import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type TlsOptions } from 'node:tls';

import { FlagtowerError } from '@flagtower/contracts';

/** Files in PEM with which we show senders who we are. */
export interface TlsFiles {
  readonly certFile: string | null;
  readonly keyFile: string | null;
  /** Who has to have signed the certificates of senders; `null`: none is asked for. */
  readonly caFile: string | null;
}

type Shown = Pick<TlsOptions, 'cert' | 'key' | 'ca' | 'requestCert' | 'rejectUnauthorized' | 'minVersion'>;

/**
 * What a port needs to speak TLS, as the files are now.
 * @throws FlagtowerError `BAD_REQUEST`, naming the variable, for a file that is not named, cannot be read, does not fit or is out of date
 */
export async function tlsContext({ certFile, keyFile, caFile }: TlsFiles, now: number): Promise<Shown> {
  const [cert, key] = [await fileOf('FLAGTOWER_SYSLOG_CERT', certFile), await fileOf('FLAGTOWER_SYSLOG_KEY', keyFile)];
  const asked = caFile === null ? {} : { ca: await fileOf('FLAGTOWER_SYSLOG_CA', caFile), requestCert: true };
  const shown = { cert, key, ...asked, rejectUnauthorized: true, minVersion: 'TLSv1.2' as const };
  try {
    createSecureContext(shown);
  } catch (cause) {
    throw wrong('FLAGTOWER_SYSLOG_CERT', 'certificate and key of syslog do not fit, or are no PEM', cause);
  }
  if (new X509Certificate(cert).validToDate.getTime() <= now)
    throw wrong('FLAGTOWER_SYSLOG_CERT', 'the certificate of syslog is out of date');
  return shown;
}

async function fileOf(variable: string, path: string | null): Promise<Buffer> {
  if (path === null) throw wrong(variable, `the environment variable ${variable} is not set`);
  try {
    return await readFile(path);
  } catch (cause) {
    throw wrong(variable, `the file of ${variable} cannot be read`, cause);
  }
}

function wrong(place: string, message: string, cause?: unknown): FlagtowerError {
  return new FlagtowerError('BAD_REQUEST', message, {
    place,
    remedy: 'name files in PEM, a certificate that is in force and its key; they are looked for again by themselves',
    cause,
  });
}
