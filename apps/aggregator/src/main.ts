import { serve, type RunningService, type ServeOptions } from './serve.ts';
import { noStream } from './stream.ts';

/** The service with everything that this build has. */
export async function startService(options: Omit<ServeOptions, 'startStream'>): Promise<RunningService> {
  // The incremental views and the Socket.IO stream are started here: a `StartStream` of engine/ and hub/.
  return await serve({ ...options, startStream: noStream });
}
