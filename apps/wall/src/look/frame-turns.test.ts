import { expect, test } from 'vitest';

import { openFrameTurns } from './frame-turns.ts';

function frames(): { onNextFrame: (task: () => void) => void; next: () => void; waiting: () => number } {
  const tasks: (() => void)[] = [];
  return {
    onNextFrame: (task) => void tasks.push(task),
    next: () => tasks.shift()?.(),
    waiting: () => tasks.length,
  };
}

test('each frame draws one panel', () => {
  const { onNextFrame, next } = frames();
  const turns = openFrameTurns(onNextFrame);
  const drawn: string[] = [];

  for (const panel of ['a', 'b', 'c']) turns.request(panel, () => drawn.push(panel));
  next();
  expect(drawn).toEqual(['a']);
  next();
  next();

  expect(drawn).toEqual(['a', 'b', 'c']);
});

test('a panel that asks twice before its turn is drawn once, with what it said last', () => {
  const { onNextFrame, next, waiting } = frames();
  const turns = openFrameTurns(onNextFrame);
  const drawn: string[] = [];

  turns.request('a', () => drawn.push('old'));
  turns.request('a', () => drawn.push('new'));
  next();

  expect(drawn).toEqual(['new']);
  expect(waiting()).toBe(0);
});

test('a panel that fails does not stop the others', () => {
  const { onNextFrame, next } = frames();
  const turns = openFrameTurns(onNextFrame);
  const drawn: string[] = [];

  turns.request('a', () => {
    throw new RangeError('a');
  });
  turns.request('b', () => drawn.push('b'));
  expect(next).toThrow(RangeError);
  next();

  expect(drawn).toEqual(['b']);
});

test('a panel that went away is not drawn', () => {
  const { onNextFrame, next } = frames();
  const turns = openFrameTurns(onNextFrame);
  const drawn: string[] = [];

  turns.request('a', () => drawn.push('a'));
  turns.withdraw('a');
  next();

  expect(drawn).toEqual([]);
});
