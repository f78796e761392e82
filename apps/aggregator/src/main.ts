import { startStream } from './hub/start-stream.ts';
import { serve, type RunningService, type ServeOptions } from './serve.ts';

/** The service with everything that this build has. */
export async function startService(options: Omit<ServeOptions, 'startStream'>): Promise<RunningService> {
  return await serve({ ...options, startStream });
}
