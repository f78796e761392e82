import { hostname } from 'node:os';

import { FlagtowerError } from '@flagtower/contracts';

/**
 * Refuses a request that was addressed to a name that is not ours: a page of somebody else's whose name was turned to
 * this machine would else be "from loopback". Plain addresses cannot be turned.
 * @throws FlagtowerError `FORBIDDEN`
 */
export function demandKnownHost(host: string | undefined, knownHosts: ReadonlySet<string>): void {
  const name = nameOf(host ?? '');
  if (isAddress(name) || knownHosts.has(name)) return;
  throw new FlagtowerError('FORBIDDEN', 'the service is not known under this name', {
    place: 'host',
    remedy: 'use its address, or start it with FLAGTOWER_HOSTS set to its names',
  });
}

/** @param further names, separated by commas */
export function knownHostsOf(further: string | undefined): ReadonlySet<string> {
  const names = (further ?? '').split(',').map((name) => name.trim().toLowerCase());
  return new Set(['localhost', hostname().toLowerCase(), ...names.filter((name) => name !== '')]);
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

function isAddress(name: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/.test(name);
}
