import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { runOperatorProgram } from '#tests/support/run-operator-program.ts';
import { parkedAggregates, type Parked } from '#shared/delivery/parked.ts';

jest.setTimeout(30_000);

const welding: Parked = {
  id: 'm-1',
  topic: 'measures.events',
  reason: 'CONTRACT_BROKEN',
  parkedAt: '2026-03-01T09:00:00.000Z',
  retry: false,
  waiting: [
    { position: '7', delivery: '{"position":"7","data":{"note":"canary"}}' },
    { position: '9', delivery: '{"position":"9"}' },
  ],
};

describe('what could not be handled', () => {
  let dataDir: string;
  const run = (...args: string[]) => runOperatorProgram('dead-letters.ts', args, { DATA_DIR: dataDir });
  const parkedByInsights = async <Result>(
    work: (parked: ReturnType<typeof collectionOf>) => Promise<Result>,
  ): Promise<Result> => {
    const documents = sqliteDocuments(join(dataDir, 'insights.sqlite'));
    const result = await work(collectionOf(documents));
    await documents.close();
    return result;
  };
  const collectionOf = (documents: ReturnType<typeof sqliteDocuments>) => parkedAggregates(documents);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-dead-letters-'));
    await parkedByInsights((parked) =>
      parked.change('m-1', () => ({ state: welding, events: [] }), { requestId: 'r-1', at: welding.parkedAt }),
    );
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test('is listed by service and aggregate, with the reason and without what it says', () => {
    expect(run('list')).toEqual({
      code: 0,
      output: 'insights  m-1  measures.events  CONTRACT_BROKEN  since 2026-03-01T09:00:00.000Z  2 events waiting\n',
    });
  });

  test('is tried again by its service when an operator asks for it', async () => {
    expect(run('retry', 'insights', 'm-1')).toMatchObject({ code: 0 });
    expect(await parkedByInsights((parked) => parked.get('m-1'))).toEqual({
      ...welding,
      retry: true,
      askedAt: expect.any(String),
    });
  });

  test('is given up on, one event at a time, when an operator asks for it', async () => {
    expect(run('skip', 'insights', 'm-1')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^insights gives up on what cannot be read at 7, of m-1\.\n/),
    });
    expect(await parkedByInsights((parked) => parked.get('m-1'))).toEqual({
      ...welding,
      retry: true,
      askedAt: expect.any(String),
      skip: '7',
    });
  });

  test.each([
    ['nothing is parked there', ['retry', 'people', 'm-1'], 1, 'people has parked nothing of m-1'],
    [
      'there is no such service',
      ['retry', 'kitchen', 'm-1'],
      64,
      'SERVICE is one of people, cases, measures, employers, insights',
    ],
    ['more is named than one aggregate', ['skip', 'insights', 'm-1', 'm-2'], 64, 'm-2: one aggregate at a time'],
  ])('is left alone when %s', async (...[, args, code, output]) => {
    expect(run(...args)).toEqual({ code, output: expect.stringContaining(output) });
    expect(await parkedByInsights((parked) => parked.get('m-1'))).toEqual(welding);
  });
});
