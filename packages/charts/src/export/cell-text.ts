import { numberText, shareText } from '../number-format.ts';
import type { ExportedCell, ExportedColumn, ExportedView } from './exported-view.ts';

/** A cell as people read it, on a picture or on paper; what is not known is a dash. */
export function cellText(
  value: ExportedCell,
  { kind, digits }: ExportedColumn,
  { language }: Pick<ExportedView, 'language'>,
): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  if (kind === 'share') return shareText(value, language, digits ?? 1);
  return numberText(value, language, digits ?? (Number.isInteger(value) ? 0 : 2));
}
