import { FlagtowerError } from '@flagtower/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;
/** Wrong passwords in a window: of one name, whether or not there is such an account, and from one address. */
const failuresOfName = 10;
const failuresFromAddress = 100;

/** Counts failed attempts to sign in; a guess is expensive long before the password is found. */
export interface SignInThrottle {
  /**
   * Counts an attempt before it is made, so that many at once are many.
   * @returns what to call when it succeeded
   * @throws FlagtowerError `TOO_MANY_REQUESTS`
   */
  readonly attempt: (name: string, address: string) => Promise<() => Promise<void>>;
}

export function signInThrottle(): SignInThrottle {
  const names = new RateLimiterMemory({ points: failuresOfName, duration: windowSeconds });
  const addresses = new RateLimiterMemory({ points: failuresFromAddress, duration: windowSeconds });
  return {
    attempt: async (name, address) => {
      await take(addresses, address);
      await take(names, name);
      return async () => {
        await names.delete(name);
        await addresses.reward(address);
      };
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    throw new FlagtowerError('TOO_MANY_REQUESTS', 'too many failed attempts to sign in', {
      remedy: `try again in ${String(minutes)} min`,
    });
  }
}
