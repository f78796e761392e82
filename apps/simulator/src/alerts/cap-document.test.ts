import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test, vi } from 'vitest';

import { dayOfIso } from '../calendar/city-days.ts';
import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { messagesOfDay, messagesOnPage } from './alert-message.ts';
import { capDocument } from './cap-document.ts';

// They walk through many days; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const cap = 'urn:oasis:names:tc:emergency:cap:1.2';
const view = sampleCity(20);
const anyMoment = fc.integer({
  min: Date.parse('2025-10-01T00:00:00Z'),
  max: Date.parse('2027-01-01T00:00:00Z'),
});
const anySeed = fc.nat();

interface ReadAlert {
  readonly [element: string]: string[];
}

/** A plain XML reader that knows namespaces and nothing of us; elements by name, in the order of the document. */
function alertsIn(xml: string): ReadAlert[] {
  const alerts: Record<string, string[]>[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    text = '';
    if (local === 'alert' && uri === cap) alerts.push({});
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ local, uri }) => {
    const alert = alerts.at(-1);
    if (uri === cap && alert !== undefined) (alert[local] ??= []).push(text);
  });
  parser.write(xml).close();
  return alerts;
}

const pageOf = (seed: number, at: number) => {
  const city = cityModel(view, seed);
  return capDocument(messagesOnPage(city, at), at, city.zone);
};

test('at every moment the page is well-formed and holds at least one complete alert', () => {
  fc.assert(
    fc.property(anySeed, anyMoment, (seed, at) => {
      const alerts = alertsIn(pageOf(seed, at));
      expect(alerts.length).toBeGreaterThan(0);
      for (const alert of alerts) {
        for (const name of ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope']) {
          expect(alert[name]).toHaveLength(1);
        }
        expect(alert['status']).toEqual(['Actual']);
        expect(alert['sender']?.[0]).toContain('simulated');
        expect(alert['identifier']?.[0]).toContain('simulated');
        expect(alert['language']).toEqual(['vi-VN', 'en-US']);
        expect(alert['areaDesc']).toHaveLength(2);
      }
    }),
    { numRuns: 60 },
  );
});

test('no message is told before it was sent, and all times carry the city’s offset', () => {
  fc.assert(
    fc.property(anySeed, anyMoment, (seed, at) => {
      for (const alert of alertsIn(pageOf(seed, at))) {
        expect(Date.parse(alert['sent']?.[0] ?? '')).toBeLessThanOrEqual(at);
        for (const time of [...(alert['sent'] ?? []), ...(alert['expires'] ?? []), ...(alert['onset'] ?? [])]) {
          expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('an update or a cancel names messages that were sent before it', () => {
  const city = cityModel(view, 1);
  const first = dayOfIso('2026-01-01');
  const messages = Array.from({ length: 365 }, (_, index) => messagesOfDay(city, first + index)).flat();
  const sent = new Map(messages.map(({ identifier, sentAt }) => [identifier, sentAt]));

  const following = messages.filter(({ msgType }) => msgType !== 'Alert');

  expect(following.some(({ msgType }) => msgType === 'Update')).toBe(true);
  expect(following.some(({ msgType }) => msgType === 'Cancel')).toBe(true);
  for (const { references, sentAt } of following) {
    expect(references.length).toBeGreaterThan(0);
    for (const { identifier } of references) expect(sent.get(identifier)).toBeLessThan(sentAt);
  }
});

test('storms come in summer and cold in winter', () => {
  const city = cityModel(view, 1);
  const hazardsIn = (month: string) =>
    new Set(
      Array.from({ length: 28 }, (_, index) => messagesOfDay(city, dayOfIso(`2026-${month}-01`) + index))
        .flat()
        .map(({ hazard }) => hazard.id),
    );

  expect(hazardsIn('08')).toContain('rain');
  expect(hazardsIn('08')).not.toContain('cold');
  expect(hazardsIn('12')).toContain('cold');
  expect(hazardsIn('12')).not.toContain('rain');
});
