import { palettes, type Palette, type Theme } from '@flagtower/charts';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

export const fontFamily = "'Flagtower Sans', 'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

interface Look {
  readonly theme: Theme;
  readonly palette: Palette;
  /** CSS pixels of one pixel of the design; canvases need it, style sheets have rem. */
  readonly unit: number;
}

const LookContext = createContext<Look>({ theme: 'dark', palette: palettes.dark, unit: 1 });

function measuredUnit(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** Dark, unless the address says `?theme=light`; a control room has no daylight setting of its own. */
export function LookProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [theme] = useState<Theme>(() =>
    new URLSearchParams(location.search).get('theme') === 'light' ? 'light' : 'dark',
  );
  const [unit, setUnit] = useState(measuredUnit);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const measure = (): void => {
      setUnit(measuredUnit());
    };
    measure();
    addEventListener('resize', measure);
    return () => {
      removeEventListener('resize', measure);
    };
  }, []);
  const look = useMemo(() => ({ theme, palette: palettes[theme], unit }), [theme, unit]);
  return <LookContext value={look}>{children}</LookContext>;
}

export function useLook(): Look {
  return use(LookContext);
}
