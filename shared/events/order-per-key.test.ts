import { describe, expect, test } from '@jest/globals';
import { handleByKey } from './order-per-key.ts';

const batch = ['ada 1', 'bert 1', 'ada 2', 'bert 2', 'cleo 1'].map((text) => ({ key: text.split(' ')[0] ?? '', text }));

describe('a batch of events', () => {
  test('is handled in order for each person, and another is not waited for', async () => {
    const log: string[] = [];
    const slow = Promise.withResolvers<undefined>();
    const front = await handleByKey(batch, async ({ text }) => {
      log.push(text);
      if (text === 'cleo 1') slow.resolve(undefined);
      if (text === 'ada 1') await slow.promise;
      return true;
    });
    expect([front, log.filter((text) => text.startsWith('ada')), log.indexOf('cleo 1') < log.indexOf('ada 2')]).toEqual(
      [5, ['ada 1', 'ada 2'], true],
    );
  });

  test('is done up to the first event that has to come again, which holds back its own alone', async () => {
    const log: string[] = [];
    const front = await handleByKey(batch, async ({ text }) => {
      log.push(text);
      return text !== 'bert 1';
    });
    expect([front, [...log].sort()]).toEqual([1, ['ada 1', 'ada 2', 'bert 1', 'cleo 1']]);
  });
});
