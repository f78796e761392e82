import { hanoi } from '@flagtower/city-hanoi';
import { incidentCellSchema, topicSchema, type IncidentCell } from '@flagtower/contracts';
import { instantOf } from '@flagtower/store';
import { expect, onTestFinished } from 'vitest';

import { bearer, test } from '../testing/test-service.ts';
import { LedgerEngine } from './ledger-engine.ts';

test('what is open is on the stream, also after a restart of the engine, and leaves it when it is over', async ({
  service,
}) => {
  const { store, app } = service;
  const clock = { now: Date.now() };
  const key = await service.source('gauges');
  const tell = async (value: number, secondsAgo: number): Promise<void> => {
    const occurredAt = instantOf(clock.now - secondsAgo * 1000);
    const reading = {
      kind: 'observation',
      recordId: occurredAt,
      occurredAt,
      feed: 'water',
      entity: 'P1',
      metric: 'currentLevel',
    };
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/intake/gauges?ledger=trial&format=ndjson',
      headers: { ...bearer(key), 'content-type': 'application/x-ndjson' },
      payload: JSON.stringify({ ...reading, value, unitOfMeasure: 'm', point: [105.85, 21.02] }),
    });
    expect(answer.statusCode).toBe(200);
  };
  const open = async (): Promise<IncidentCell[]> => {
    const engine = new LedgerEngine({
      pool: store.pool,
      city: hanoi,
      ledger: 'trial',
      epoch: 'e1',
      now: () => clock.now,
      onDelta: () => undefined,
      onFailure: (error) => {
        throw error;
      },
    });
    onTestFinished(() => engine.settle());
    const publication = await engine.publicationOf(topicSchema.parse('incidents'));
    return [...(publication?.state.values() ?? [])].map((cell) => incidentCellSchema.parse(cell));
  };

  await tell(0.3, 120);
  expect(await open()).toMatchObject([{ kind: 'street-flood', severity: 2, state: 'raised', center: 'environment' }]);

  // Nobody hears of it for days: it goes on, and says who is silent since when.
  clock.now += 5 * 86_400_000;
  expect(await open()).toMatchObject([{ over: false, sources: [{ id: 'gauges', silentSince: expect.any(String) }] }]);

  clock.now -= 5 * 86_400_000;
  await tell(0, 60);
  expect(await open()).toEqual([]);
});
