import type { FreshnessState } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';

/** Something that somebody should do now, and the way to do it: every task has an address, a deed or its instructions. */
export interface Task {
  readonly key: string;
  readonly level: Level;
  readonly text: string;
  readonly about: string;
  /** What a press does; `read` unfolds what the authority says is to be done. */
  readonly way:
    | { readonly kind: 'go'; readonly href: string }
    | { readonly kind: 'do'; readonly act: () => void }
    | {
        readonly kind: 'read';
        readonly paragraphs: readonly { readonly name: string; readonly text: string }[];
        /** Where one acts on it, below the text; left out: nowhere. */
        readonly next?: { readonly href: string; readonly text: string };
      };
}

const order: readonly Level[] = ['critical', 'warning', 'lost', 'watch', 'normal', 'none'];

/** Worst first; among equals as they came. */
export function worstFirst(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
}

/** How urgent a source's silence is; `null`: it keeps its word, or nobody expects one. */
export function troubleLevel(state: FreshnessState): Level | null {
  if (state === 'late') return 'watch';
  if (state === 'stale') return 'warning';
  return state === 'lost' ? 'lost' : null;
}
