import { expect, test } from 'vitest';

import { xmlText } from './xml-text.ts';

test('escapes signs, replaces what XML cannot hold, repeats the element of a list, leaves null empty', () => {
  const text = xmlText('list', {
    item: [
      { a: 'Phố & <b>"x"</b>', b: null },
      { a: '\u{0}\u{d800}\u{1f6a6}', c: { d: 1 } },
    ],
  });

  expect(text).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<list><item><a>Phố &amp; &lt;b&gt;&quot;x&quot;&lt;/b&gt;</a><b/></item>' +
      '<item><a>\u{fffd}\u{fffd}\u{1f6a6}</a><c><d>1</d></c></item></list>\n',
  );
});
