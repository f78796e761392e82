import type { Freshness } from '@flagtower/contracts';
import { useRef, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { freshnessWords } from './freshness-words.ts';
import { useArming } from './use-arming.ts';
import { useFreshness } from './use-freshness.ts';

import './fresh.css';

interface FreshProps {
  readonly freshness: Freshness;
  /** What carries a `data-freshness` of its own draws a stale state by itself, with its age; on all else the veil stays. */
  readonly children: ReactNode;
}

/**
 * Draws the age of a value on the value itself, also when nothing on this page runs any more: a hatched corner when it is
 * late, a veil with a mark when it is stale or the server is silent. Both wait on the compositor and are put off with every
 * heartbeat, so that a frozen page, a lost connection and a dead source all end in a number that looks old.
 */
export function Fresh({ freshness, children }: FreshProps): ReactNode {
  const { state, ageText, isContactLost } = useFreshness(freshness);
  const words = useWords();
  const armed = freshnessWords[words.locale];
  const corner = useRef<HTMLSpanElement>(null);
  const veil = useRef<HTMLSpanElement>(null);
  const isWaiting = state === 'live' || state === 'late';
  useArming(freshness, state !== 'none', corner, veil);
  return (
    <div className="fresh" data-freshness={state}>
      {children}
      <span className="fresh-corner" ref={corner} aria-hidden="true" />
      <span className="fresh-veil" ref={veil} aria-hidden="true">
        <span className="fresh-words fresh-words-stale">
          △ {isWaiting ? armed.stale : words.freshness.stale(ageText)}
        </span>
        <span className="fresh-words fresh-words-contact">△ {armed.noContact}</span>
      </span>
      {isContactLost ? <span className="fresh-spoken">{armed.noContact}</span> : null}
    </div>
  );
}
