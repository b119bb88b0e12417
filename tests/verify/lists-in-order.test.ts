import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { services } from '#infra/house/ports.ts';
import { askForLists, noting, opened } from '#tests/support/lists/asked-lists.ts';
import { judged, listedInVain, unlisted, type Judged } from '#tests/support/mongodb/judged.ts';
import { listsListed } from '#tests/support/mongodb/listed.ts';
import { inWords, type Shape } from '#tests/support/mongodb/shapes.ts';

jest.setTimeout(120_000);

describe('every list of the graph, in each order and with each filter, as everybody who may ask', () => {
  const shapes = new Map<string, Shape>();
  let answers = 0;
  let all: Judged[];
  beforeAll(async () => {
    for (const service of services) {
      await using subgraph = await opened[service](noting(service, (shape) => void shapes.set(inWords(shape), shape)));
      answers += await askForLists(service, subgraph);
    }
    all = await judged(shapes.values());
  });

  test('was asked and answered', () => {
    expect([answers > 1000, shapes.size > 200]).toEqual([true, true]);
  });

  test.each(['MongoDB', 'SQLite'] as const)(
    'is answered on %s by a declared index, filter and order, or is listed with its bound',
    (engine) => expect(unlisted(all, engine)).toEqual([]),
  );

  test('is listed only where it has to be', () => {
    expect(listedInVain(all, listsListed)).toEqual([]);
  });
});
