import { createContext, use } from 'react';

import type { StreamClient } from './stream-client.ts';

export const StreamContext = createContext<StreamClient | null>(null);

/** @throws RangeError outside a `StreamProvider`: the page is composed wrongly */
export function useStream(): StreamClient {
  const client = use(StreamContext);
  if (client === null) throw new RangeError('no StreamProvider above');
  return client;
}
