import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '#shared/refusal.ts';
import { pullQueue } from './pull-queue.ts';

const queue = (silentMs = 10_000) => pullQueue<number>({ atMost: 2, silentMs });

describe('a queue that is read one by one', () => {
  test('hands over everything in order, what came before and what comes meanwhile', async () => {
    const { push, end, items } = queue();
    push(1);
    const read: number[] = [];
    for await (const item of items()) {
      read.push(item);
      if (item < 4) setTimeout(() => push(item + 1), 1);
      else end();
    }
    expect(read).toEqual([1, 2, 3, 4]);
  });

  test('says when it is full, and is not any more once somebody has read or nobody will', async () => {
    const { push, end, items, isFull } = queue();
    push(1);
    push(2);
    const before = isFull();
    await items().next();
    const after = isFull();
    push(3);
    end();
    expect([before, after, isFull()]).toEqual([true, false, false]);
  });

  test('tells whoever reads that nothing will come any more, also one who waits already', async () => {
    const { push, fail, items } = queue();
    push(1);
    const reading = items();
    expect(await reading.next()).toEqual({ done: false, value: 1 });
    const next = reading.next();
    setTimeout(() => fail(new Error('gone')), 1);
    await expect(next).rejects.toThrow('gone');
  });

  test('is given up when nothing comes for too long', async () => {
    await expect(queue(20).items().next()).rejects.toBeInstanceOf(Unavailable);
  });
});
