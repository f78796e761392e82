import type { ReactNode } from 'react';

import { levelColors, type Level } from './level.ts';

const shapes: Readonly<Record<Level, ReactNode>> = {
  normal: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2" />,
  watch: <path d="M8 2.6 14 13.400H2Z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />,
  warning: (
    <>
      <path d="M8 1.5 15 14H1Z" fill="currentColor" />
      <path d="M8 5.800v4M8 11.200v1.5" stroke="var(--g1)" strokeWidth="1.8" />
    </>
  ),
  critical: (
    <>
      <path d="M8 0 16 8 8 16 0 8Z" fill="currentColor" />
      <path d="M8 3.600v5.200M8 10.600v1.8" stroke="var(--g1)" strokeWidth="2" />
    </>
  ),
  lost: (
    <>
      <rect
        x="1.5"
        y="1.5"
        width="13"
        height="13"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2.6 1.7"
      />
      <path d="M5 5l6 6M11 5l-6 6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  none: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 1.9" />,
};

/** A status by shape and colour; `name` says it in words to those who see neither. `size` in pixels of the design. */
export function Mark({
  level,
  name,
  size = 16,
}: {
  readonly level: Level;
  readonly name: string | null;
  readonly size?: number;
}): ReactNode {
  const length = `${size / 16}rem`;
  return (
    <svg
      viewBox="0 0 16 16"
      width={length}
      height={length}
      color={levelColors[level]}
      className="mark"
      {...(name === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {shapes[level]}
    </svg>
  );
}
