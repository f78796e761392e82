import type { CommandContext } from '../context.ts';
import type { Desk } from './desk.ts';
import { openLocalDesk } from './local-desk.ts';

export async function openDesk(context: CommandContext): Promise<Desk> {
  return await openLocalDesk(context);
}
