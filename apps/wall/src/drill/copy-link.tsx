import { instantSchema } from '@flagtower/contracts';
import { useState, type ReactNode } from 'react';

import { useGoTo } from '../navigation/go-to.ts';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import { drillWords } from './drill-words.ts';

/** Pins the page to its cut and copies its address: whoever opens it sees the same figures. */
export function CopyLink(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { answer, href } = useDrillFrame();
  const goTo = useGoTo();
  const [told, setTold] = useState<'copied' | 'refused' | null>(null);
  const copy = async (): Promise<void> => {
    const pinned = href({ search: { at: instantSchema.parse(answer.at), knownSeq: String(answer.knownSeq) } });
    goTo(pinned);
    try {
      await navigator.clipboard.writeText(new URL(pinned, location.href).href);
      setTold('copied');
    } catch {
      // Without a secure connection a browser keeps its clipboard: the address itself is the pinned one now.
      setTold('refused');
    }
  };
  return (
    <span className="copy-link">
      <button type="button" className="quiet-button nowrap" onClick={() => void copy()}>
        {words.copyLink}
      </button>
      <output className="note">{told === null ? '' : told === 'copied' ? words.copied : words.copyYourself}</output>
    </span>
  );
}
