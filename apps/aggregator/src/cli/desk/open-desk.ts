import type { CommandContext } from '../context.ts';
import type { Desk } from './desk.ts';
import { openLocalDesk } from './local-desk.ts';
import { openRemoteDesk } from './remote-desk.ts';

/** Opens a desk, hands it to `work` and closes it, whatever became of the work. */
export async function withDesk<Result>(
  context: CommandContext,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const desk = context.url === null ? await openLocalDesk(context) : openRemoteDesk(context, context.url);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}
