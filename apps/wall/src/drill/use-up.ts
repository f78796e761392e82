import { useEffect } from 'react';

import { useGoTo } from '../navigation/go-to.ts';
import { useDrillFrame } from './drill-frame.ts';
import { parentOf } from './drill-place.ts';
import { isCovered, isTyping } from './keyboard.ts';

/** Backspace and Escape lead one level up, unless somebody types or something lies over the page. */
export function useUp(): void {
  const { place, answer, href } = useDrillFrame();
  const goTo = useGoTo();
  const above = answer.level.path.filter(({ kind }) => kind !== 'group' && kind !== 'procedure').at(-2);
  const parent = parentOf(place, above === undefined || above.kind === 'city' ? null : above.code);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Backspace' && event.key !== 'Escape') return;
      if (event.defaultPrevented || isTyping(event.target) || isCovered() || parent === null) return;
      event.preventDefault();
      goTo(href({ place: parent }));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [parent, href, goTo]);
}
