import { z } from 'zod';

import { sendJson } from '../forms/send-json.ts';
import { setMe } from './me.ts';

/**
 * Ends the session of this browser and tells the whole page.
 * @throws FlagtowerError the service's own; the session then goes on
 */
export async function signOut(): Promise<void> {
  await sendJson('POST', '/v1/sign-out', z.unknown());
  setMe(null);
}
