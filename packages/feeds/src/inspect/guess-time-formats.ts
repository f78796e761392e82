import { momentReader } from '../times/moment.ts';

/** Day before month where both would fit: it is what most of the world, and Viet Nam, writes. */
const CANDIDATES = [
  'iso',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy',
  'dd/MM/yyyy hh:mm:ss a',
  'MM/dd/yyyy hh:mm:ss a',
  'MM/dd/yyyy HH:mm:ss',
  'MM/dd/yyyy HH:mm',
  'MM/dd/yyyy',
  'dd-MM-yyyy HH:mm:ss',
  'dd-MM-yyyy HH:mm',
  'dd-MM-yyyy',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd',
  'HH:mm:ss dd/MM/yyyy',
  'HH:mm dd/MM/yyyy',
] as const;

const readers = CANDIDATES.map((format) => ({ format, read: momentReader([format], 'UTC') }));

/** The fewest formats that read every sample; where nothing reads one, it does not count. `iso` where there is none. */
export function guessTimeFormats(samples: readonly string[]): readonly string[] {
  let left = samples.filter((text) => readers.some(({ read }) => read(text, 'start') !== null));
  const formats: string[] = [];
  while (left.length > 0) {
    const counted = readers.map(({ format, read }) => ({
      format,
      count: left.filter((text) => read(text, 'start') !== null).length,
    }));
    const best = counted.reduce((most, it) => (it.count > most.count ? it : most));
    const { read } = readers.find(({ format }) => format === best.format) ?? { read: () => null };
    left = left.filter((text) => read(text, 'start') === null);
    formats.push(best.format);
  }
  return formats.length === 0 ? ['iso'] : formats;
}
