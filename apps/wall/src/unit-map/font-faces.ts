import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url';
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url';
import digits from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-500-normal.woff2?url';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

import { MAP_FONT } from './map-style.ts';

/** The wall's own face for the map's names, from the files that the page ships: digits from one, letters from the others. */
export function mapFontFaces(): StyleSpecification['font-faces'] {
  return {
    [MAP_FONT]: [
      { url: addressOf(digits), 'unicode-range': ['U+30-39', 'U+2B', 'U+2212'] },
      { url: addressOf(latin), 'unicode-range': ['U+0-FF', 'U+131', 'U+152-153', 'U+2000-206F'] },
      {
        url: addressOf(vietnamese),
        'unicode-range': [
          'U+102-103',
          'U+110-111',
          'U+128-129',
          'U+168-169',
          'U+1A0-1A1',
          'U+1AF-1B0',
          'U+300-323',
          'U+1EA0-1EF9',
        ],
      },
    ],
  };
}

/** The map's requests know no page to be relative to. */
function addressOf(path: string): string {
  return new URL(path, location.href).href;
}
