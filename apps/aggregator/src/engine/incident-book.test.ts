import { hanoi } from '@flagtower/city-hanoi';
import {
  cityStageSchema,
  incidentCellSchema,
  topicSchema,
  type CityStage,
  type IncidentCell,
} from '@flagtower/contracts';
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
  const anew = (): LedgerEngine => {
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
    return engine;
  };
  const open = async (): Promise<IncidentCell[]> => {
    const publication = await anew().publicationOf(topicSchema.parse('incidents'));
    return [...(publication?.state.values() ?? [])].map((cell) => incidentCellSchema.parse(cell));
  };

  const stage = async (): Promise<CityStage> => {
    const publication = await anew().publicationOf(topicSchema.parse('stage'));
    return cityStageSchema.parse(publication?.state.get('city'));
  };

  expect(await stage()).toMatchObject({ stage: 1, since: null, tellers: 0, silent: [] });
  // One spike is nothing; what lasts is.
  await tell(0.3, 2400);
  expect(await open()).toEqual([]);
  await tell(0.3, 2100);
  expect(await open()).toMatchObject([{ kind: 'street-flood', severity: 2, state: 'raised', center: 'environment' }]);

  // Nobody hears of it for days: it goes on, and says who is silent since when.
  clock.now += 5 * 86_400_000;
  expect(await open()).toMatchObject([{ over: false, sources: [{ id: 'gauges', silentSince: expect.any(String) }] }]);
  expect(await stage()).toMatchObject({ tellers: 1, silent: [{ id: 'gauges', silentSince: expect.any(String) }] });

  clock.now -= 5 * 86_400_000;
  await tell(0.17, 1800);
  expect(await open()).toMatchObject([{ over: false }]);
  await tell(0, 1500);
  expect(await open()).toEqual([]);

  await tell(0.5, 800);
  await tell(0.5, 500);
  const [id] = [...((await anew().publicationOf(topicSchema.parse('incidents')))?.state.keys() ?? [])];
  expect(await stage()).toMatchObject({ stage: 2, since: instantOf(clock.now - 800_000), incidents: [id], silent: [] });
  await tell(0, 200);
  expect(await stage()).toMatchObject({ stage: 2 });
  clock.now += 600_000;
  expect(await stage()).toMatchObject({ stage: 1, since: instantOf(clock.now - 800_000), incidents: [] });
});
