import type { MapLayer } from '@flagtower/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';

/** The layers of a map as the address says them, parted by commas; `none`: all are off. A word that is not understood is left out. */
const layersSearchSchema = z.object({
  layers: z
    .string()
    .regex(/^[\w-]+(,[\w-]+)*$/u)
    .optional()
    .catch(undefined),
});

const NONE = 'none';

/** The layers that are drawn: those that the address names, else those that the city's data draws from the start. */
export function shownLayers(layers: readonly MapLayer[], told: string | undefined): ReadonlySet<string> {
  if (told === undefined) return new Set(layers.filter(({ shown }) => shown).map(({ id }) => id));
  const named = new Set(told.split(','));
  return new Set(layers.filter(({ id }) => named.has(id)).map(({ id }) => id));
}

/** What the address says of a choice; `undefined`: nothing, as it is the one that holds without words. */
export function layersWord(layers: readonly MapLayer[], shown: ReadonlySet<string>): string | undefined {
  if (layers.every((layer) => layer.shown === shown.has(layer.id))) return undefined;
  const word = layers.flatMap(({ id }) => (shown.has(id) ? [id] : [])).join(',');
  return word === '' ? NONE : word;
}

/** Which layers are drawn, kept in the address, so that a screen comes back as it was and can be sent to somebody. */
export function useShownLayers(layers: readonly MapLayer[]): {
  readonly shown: ReadonlySet<string>;
  readonly turn: (layer: string, isShown: boolean) => void;
} {
  const raw: unknown = useSearch({ strict: false });
  const { layers: told } = layersSearchSchema.parse(raw);
  const navigate = useNavigate();
  const shown = useMemo(() => shownLayers(layers, told), [layers, told]);
  const turn = useCallback(
    (layer: string, isShown: boolean) => {
      const next = new Set(shown);
      if (isShown) next.add(layer);
      else next.delete(layer);
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, layers: layersWord(layers, next) }),
        replace: true,
      });
    },
    [layers, shown, navigate],
  );
  return { shown, turn };
}
