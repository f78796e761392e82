import type { Claim } from './claim.ts';

/**
 * The claims of the one source that may speak on something: the lowest rank of those that do, then the newest version,
 * then the source's name. Never the order of arrival.
 */
export function claimsOfSpeaker(claims: readonly Claim[], speaks: (claim: Claim) => boolean): Claim[] {
  const speaking = claims.filter(speaks);
  const best = speaking.reduce<Claim | undefined>(
    (held, next) => (held === undefined || speaksBefore(next, held) ? next : held),
    undefined,
  );
  return best === undefined ? [] : speaking.filter(({ source }) => source === best.source);
}

function speaksBefore(next: Claim, held: Claim): boolean {
  if (next.rank !== held.rank) return next.rank < held.rank;
  if (next.version !== held.version) return next.version > held.version;
  return next.source < held.source;
}
