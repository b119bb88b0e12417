import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { authorisation } from './authorisation.ts';
import { bodies } from './bodies.ts';
import { countsAndCursors } from './counts-and-cursors.ts';
import { entitiesAtServices } from './entities.ts';
import { errorsAndLogs, WHISPER } from './errors-and-logs.ts';
import { federation } from './federation.ts';
import { flooding } from './flooding.ts';
import { http } from './http.ts';
import { queryShape } from './query-shape.ts';
import { schemaDisclosure } from './schema-disclosure.ts';
import { startAttackedHouse, waitUntilSettled, type AttackedHouse } from '../support/attacks/attacked-house.ts';
import { IDENTITY, SECRET } from '../support/attacks/furnishing.ts';
import { withstands } from '../support/attacks/pass-rules.ts';
import { addedToEveryObject, logsOf } from '../support/attacks/processes.ts';
import { tokens } from './tokens.ts';
import { types } from './types.ts';

jest.setTimeout(60_000);

const kinds = [
  queryShape,
  schemaDisclosure,
  http,
  bodies,
  types,
  tokens,
  authorisation,
  countsAndCursors,
  entitiesAtServices,
  federation,
  errorsAndLogs,
  flooding,
];

let house: AttackedHouse;
beforeAll(async () => void (house = await startAttackedHouse()));
afterAll(async () => house.close());

describe.each(kinds)('$name', ({ attacks }) => {
  test.each(attacks.map((attack) => [attack[0], attack] as const))('%s', async (_, attack) =>
    withstands(house, attack),
  );
});

describe('after all of that', () => {
  test('stores and log agree, and nothing was parked', async () => {
    await waitUntilSettled(house);
  });

  test('no process was started anew', async () => {
    const logs = await logsOf(house);
    expect(Object.entries(logs).filter(([, text]) => text.split('"msg":"ready"').length !== 2)).toEqual([]);
  });

  test.each(['people', 'cases', 'measures', 'employers', 'insights', 'gateway'] as const)(
    'objects in %s are as they were',
    async (name) => {
      expect(await addedToEveryObject(house.pids()[name] ?? 0)).toEqual([]);
    },
  );

  test('no log holds anything of a person, of a request, or a secret', async () => {
    for (const [name, text] of Object.entries(await logsOf(house))) {
      const lines = text
        .split('\n')
        .filter((line) => SECRET.test(line) || new RegExp(WHISPER, 'i').test(line) || /eyJ|Bearer|PRIVATE/.test(line));
      expect([name, lines]).toEqual([name, []]);
    }
  });

  test('no event says who somebody is', async () => {
    const said = await house.stores.publishedEvents();
    expect([said.length > 20, said.filter((event) => IDENTITY.test(event) || event.includes(WHISPER))]).toEqual([
      true,
      [],
    ]);
  });

  test('no line of a log is longer than one of ours', async () => {
    for (const text of Object.values(await logsOf(house)))
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
  });
});
