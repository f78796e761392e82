import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The face of pictures and papers that leave without a browser; it has every Vietnamese letter. */
export const pictureFamily = 'Be Vietnam Pro';

/** The files of the face by weight. */
export const fontFiles = {
  400: fileURLToPath(import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf')),
  500: fileURLToPath(import.meta.resolve('@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf')),
  600: fileURLToPath(import.meta.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf')),
} as const;

let faces: Promise<string> | null = null;

/** CSS `@font-face` rules with the files inside: whoever opens the picture need not have the face. */
export async function embeddedFaces(): Promise<string> {
  faces ??= Promise.all(
    Object.entries(fontFiles).map(async ([weight, file]) => {
      const data = (await readFile(file)).toString('base64');
      return `@font-face{font-family:'${pictureFamily}';font-weight:${weight};src:url(data:font/ttf;base64,${data}) format('truetype')}`;
    }),
  ).then((rules) => rules.join(''));
  return await faces;
}
