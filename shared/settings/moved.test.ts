import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { assertNotMoved, movedFrom, noteMoved } from './moved.ts';

const [mongoUrl, kafka] = ['mongodb://db1', { brokers: ['kafka:9092'] }];
const at = '2026-03-01T09:00:00.000Z';

describe('a house that has moved', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-moved-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const refusal = (elsewhere: { mongoUrl?: string; kafka?: typeof kafka }): string => {
    try {
      assertNotMoved({ dataDir, ...elsewhere });
      return 'it starts';
    } catch (error) {
      return error instanceof Error ? (error.message.split(';')[0] ?? '') : '';
    }
  };

  test('starts anywhere as long as nothing has', () => {
    expect([refusal({}), refusal({ mongoUrl }), refusal({ kafka }), movedFrom(dataDir)]).toEqual([
      'it starts',
      'it starts',
      'it starts',
      {},
    ]);
  });

  test('does not start on what was left behind of it, be it one or both', () => {
    noteMoved(dataDir, { documents: at });
    const documents = `The documents of the house in ${dataDir} have moved. Set MONGO_URL as for the move`;
    expect([refusal({}), refusal({ kafka }), refusal({ mongoUrl }), refusal({ mongoUrl, kafka })]).toEqual([
      documents,
      documents,
      'it starts',
      'it starts',
    ]);
    noteMoved(dataDir, { events: at });
    const events = `The events of the house in ${dataDir} have moved. Set KAFKA_BROKERS as for the move`;
    expect([refusal({}), refusal({ kafka }), refusal({ mongoUrl }), refusal({ mongoUrl, kafka })]).toEqual([
      `The documents and events of the house in ${dataDir} have moved. Set MONGO_URL and KAFKA_BROKERS as for the move`,
      documents,
      events,
      'it starts',
    ]);
    expect(movedFrom(dataDir)).toEqual({ documents: at, events: at });
  });
});
