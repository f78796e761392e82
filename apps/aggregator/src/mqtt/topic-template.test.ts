import { mqttSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { topicFilter, topicWords } from './topic-template.ts';

test('a placeholder is one level', () => {
  expect(topicFilter('air/{station}/reading')).toBe('air/+/reading');
  expect(topicWords('air/{station}/{metric}', 'air/long-bien/pm25')).toEqual({ station: 'long-bien', metric: 'pm25' });
});

test.for([
  ['air/{station}', 'air/a/b'],
  ['air/{station}', 'water/a'],
  ['air/{station}/#', 'air'],
] as const)('%s does not speak of %s', ([template, topic]) => {
  expect(topicWords(template, topic)).toBeNull();
});

test('an open end takes what lies below, and the level itself', () => {
  expect(topicFilter('air/{station}/#')).toBe('air/+/#');
  expect(topicWords('air/{station}/#', 'air/a')).toEqual({ station: 'a' });
  expect(topicWords('air/{station}/#', 'air/a/b/c')).toEqual({ station: 'a' });
});

test.for(['#', '$SYS/x', 'a+/b', 'a//b', '/a', 'a/#/b', '{A}/b', ''])('%s is no template', (topic) => {
  expect(mqttSchema.safeParse({ topics: [topic], format: 'ndjson' }).success).toBe(false);
});

test('every topic that its filter brings is read, an empty level as an empty word', () => {
  expect(topicWords('air/{station}', 'air/')).toEqual({ station: '' });
  expect(topicWords('air/{station}/#', 'air//x')).toEqual({ station: '' });
});
