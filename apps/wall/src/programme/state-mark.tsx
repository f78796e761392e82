import type { TargetState } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { levelColor, type Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { programmeWords } from './programme-words.ts';

export const stateOrder: readonly TargetState[] = ['missed', 'behind', 'unknown', 'on-pace', 'met'];

const levels: Readonly<Record<TargetState, Level>> = {
  met: 'normal',
  'on-pace': 'normal',
  behind: 'warning',
  missed: 'critical',
  unknown: 'none',
};

/** A state by its shape and in words; only what is abnormal has a colour. */
export function StateMark({ state, size = 16 }: { readonly state: TargetState; readonly size?: number }): ReactNode {
  const { locale } = useWords();
  return (
    <span className="state-mark nowrap" style={{ color: levelColor(levels[state]) }}>
      {state === 'met' ? <Check size={size} /> : <Mark level={levels[state]} name={null} size={size} />}{' '}
      {programmeWords[locale].states[state]}
    </span>
  );
}

function Check({ size }: { readonly size: number }): ReactNode {
  const length = `${size / 16}rem`;
  return (
    <svg className="mark" viewBox="0 0 16 16" width={length} height={length} aria-hidden="true">
      <path d="M2.500 8.500l3.800 3.800 7.200-8.600" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
