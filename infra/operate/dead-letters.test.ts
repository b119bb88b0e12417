import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { parkedIn, type Parked } from '#shared/delivery/parking.ts';

jest.setTimeout(30_000);

const program = fileURLToPath(new URL('./dead-letters.ts', import.meta.url));
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
  const called = (...args: string[]): { code: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      { encoding: 'utf8', env: { ...process.env, DATA_DIR: dataDir } },
    );
    return { code: status, said: stdout + stderr };
  };
  const parkedByInsights = async <Result>(
    work: (parked: ReturnType<typeof collectionOf>) => Promise<Result>,
  ): Promise<Result> => {
    const documents = sqliteDocuments(join(dataDir, 'insights.sqlite'));
    const result = await work(collectionOf(documents));
    await documents.close();
    return result;
  };
  const collectionOf = (documents: ReturnType<typeof sqliteDocuments>) => parkedIn(documents);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-dead-letters-'));
    await parkedByInsights((parked) =>
      parked.change('m-1', () => ({ state: welding, events: [] }), { requestId: 'r-1', at: welding.parkedAt }),
    );
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test('is listed by service and aggregate, with the reason and without what it says', () => {
    expect(called('list')).toEqual({
      code: 0,
      said: 'insights  m-1  measures.events  CONTRACT_BROKEN  since 2026-03-01T09:00:00.000Z  2 events waiting\n',
    });
  });

  test('is tried again by its service when an operator asks for it', async () => {
    expect(called('retry', 'insights', 'm-1')).toMatchObject({ code: 0 });
    expect(await parkedByInsights((parked) => parked.get('m-1'))).toEqual({
      ...welding,
      retry: true,
      askedAt: expect.any(String),
    });
  });

  test('is given up on, one event at a time, when an operator asks for it', async () => {
    expect(called('skip', 'insights', 'm-1')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^insights gives up on what cannot be read at 7, of m-1\.\n/),
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
  ])('is left alone when %s', async (...[, args, code, said]) => {
    expect(called(...args)).toEqual({ code, said: expect.stringContaining(said) });
    expect(await parkedByInsights((parked) => parked.get('m-1'))).toEqual(welding);
  });
});
