import type { Procedure } from '@flagtower/contracts';

export type KnownLimit = Procedure['timeLimits'][number];

/**
 * The time limit of a procedure on a day, as the city's data know it.
 * @param day ISO, in the ledger's zone
 */
export function limitInForce(procedure: Procedure | undefined, day: string): KnownLimit | null {
  return (
    procedure?.timeLimits.find(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day)) ?? null
  );
}
