import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { importFile } from '#infra/operate/import/import-file.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleService } from '../service.ts';

const here = '06431010';
const nextTown = '06431019';
const miriam: Actor = { id: 'miriam.vogt', role: 'TEAM_LEAD', municipalities: [here, nextTown] };
const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [here] };
const olaf: Actor = { id: 'olaf.brandt', role: 'OPERATOR', municipalities: [] };

/** Single people who have been in receipt since 2022: nine of them in their forties, the tenth is twenty. */
const person = (number: number): ListLine => ({
  Kundennummer: `437D0${String(number).padStart(5, '0')}`,
  'BG-Nummer': `43705BG${String(number).padStart(7, '0')}`,
  Vorname: `${String.fromCharCode(65 + number)}nna`,
  Nachname: `${String.fromCharCode(90 - number)}oth`,
  Geburtsdatum: number === 9 ? '01.03.2006' : `01.${String(number + 1).padStart(2, '0')}.1980`,
  Kinder: '',
  Hemmnisse: number < 5 ? 'Schulden' : '',
  'Leistungsbezug seit': '01.01.2022',
  'Leistungsbezug bis': '',
});

describe('the situation through the graph', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('people', peopleService);
    await imported(Array.from({ length: 10 }, (_, number) => person(number)));
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const imported = async (lines: ListLine[]): Promise<void> => {
    const ask = async (operation: string, variables: Record<string, unknown>): Promise<unknown> =>
      (await subgraph.as(miriam).run(operation, variables)).data;
    await importFile(
      ask,
      {
        bytes: Buffer.from(importFileOf(lines)),
        municipality: here,
        confirm: true,
        decide: async () => ({ decision: 'NEW_PERSON' }),
      },
      () => undefined,
    );
  };
  const asked = (
    actor: Actor,
    on: string | null,
    fields = 'protected recipients { count } byAge { code count suppressed }',
  ) =>
    subgraph.as(actor).run(`query ($on: Date) { situation(municipality: "${here}", on: $on) { ${fields} } }`, { on });
  const age = (code: string, count: number | null) => ({ code, count, suppressed: count === null });

  test('the team lead sees exact figures on any day', async () => {
    expect(await asked(miriam, '2024-05-17')).toEqual({
      data: {
        situation: {
          protected: false,
          recipients: { count: 10 },
          byAge: [
            age('AGE_15_24', 1),
            age('AGE_25_34', 0),
            age('AGE_35_44', 9),
            age('AGE_45_54', 0),
            age('AGE_55_PLUS', 0),
          ],
        },
      },
      errors: [],
    });
  });

  test('the mayor does not see that there is one young person, nor how many the others are', async () => {
    const { data } = await asked(mayor, '2024-05-31');
    expect(data).toEqual({
      situation: {
        protected: true,
        recipients: { count: 10 },
        byAge: [
          age('AGE_15_24', null),
          age('AGE_25_34', 0),
          age('AGE_35_44', null),
          age('AGE_45_54', 0),
          age('AGE_55_PLUS', 0),
        ],
      },
    });
  });

  test('the mayor sees the situation for the end of a month only, and operators not at all', async () => {
    expect((await asked(mayor, '2024-05-17')).errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await asked(olaf, '2024-05-31')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('of two months that differ by one person one is published, even if both are asked for at once', async () => {
    await imported([{ ...person(10), 'Leistungsbezug seit': '15.06.2024' }]);
    const ofMonth = (on: string): string =>
      `situation(municipality: "${here}", on: "${on}") { recipients { count } byDuration { count } }`;
    const { data } = await subgraph
      .as(mayor)
      .run(`{ may: ${ofMonth('2024-05-31')} june: ${ofMonth('2024-06-30')} july: ${ofMonth('2024-07-31')} }`);
    // The query asks for exactly these fields.
    const shown = Object.values(data ?? {}) as {
      recipients: { count: number | null };
      byDuration: { count: number | null }[];
    }[];
    const counts = shown.flatMap(({ recipients }) => recipients.count ?? []);
    expect(new Set(counts).size).toBe(1);
    // Where the whole is hidden, no list adds up to it.
    expect(
      shown.filter(
        ({ recipients, byDuration }) => recipients.count === null && byDuration.every(({ count }) => count !== null),
      ),
    ).toEqual([]);
    expect(shown.some(({ recipients }) => recipients.count === null)).toBe(true);
  });

  test('published figures stay when one person is entered later, and follow a whole list', async () => {
    const count = async (): Promise<unknown> => (await asked(mayor, '2024-05-31', 'recipients { count }')).data;
    expect(await count()).toEqual({ situation: { recipients: { count: 10 } } });
    await imported([person(10)]);
    expect(await count()).toEqual({ situation: { recipients: { count: 10 } } });
    await imported(
      Array.from({ length: 10 }, (_, number) => person(11 + number)).map((line, number) => ({
        ...line,
        Geburtsdatum: `${String(number + 1).padStart(2, '0')}.07.1975`,
      })),
    );
    expect(await count()).toEqual({ situation: { recipients: { count: 21 } } });
  });

  test('a person who has moved is counted where they live now, whether their unit has moved or not', async () => {
    const count = async (municipality: string): Promise<unknown> =>
      (
        await subgraph
          .as(miriam)
          .run(`{ situation(municipality: "${municipality}", on: "2024-05-17") { recipients { count } } }`)
      ).data;
    const someone = await subgraph
      .as(miriam)
      .run('{ persons(filter: { customerNumber: "437D000003" }) { edges { node { id benefitUnits { id } } } } }');
    const [personId, benefitUnitId] = ['id', 'benefitUnits.0.id'].map((path) =>
      at(someone.data, `persons.edges.0.node.${path}`),
    );
    const inBoth = async (): Promise<unknown[]> => [await count(here), await count(nextTown)];
    const counted = (...counts: number[]) =>
      counts.map((recipients) => ({ situation: { recipients: { count: recipients } } }));
    expect(await inBoth()).toEqual(counted(10, 0));
    await subgraph
      .as(miriam)
      .run(`mutation ($input: MovePersonInput!) { movePerson(input: $input) { refusal { code } } }`, {
        input: { personId, municipality: nextTown },
      });
    expect(await inBoth()).toEqual(counted(9, 1));
    await subgraph
      .as(miriam)
      .run(`mutation ($input: MoveBenefitUnitInput!) { moveBenefitUnit(input: $input) { refusal { code } } }`, {
        input: { benefitUnitId, municipality: nextTown },
      });
    expect(await inBoth()).toEqual(counted(9, 1));
  });

  test('every figure has a German name', async () => {
    const { data } = await asked(
      miriam,
      null,
      'byObstacle { code label count } ageByDuration { age label figures { label } }',
    );
    expect(data).toMatchObject({
      situation: { byObstacle: expect.arrayContaining([{ code: 'DEBT', label: 'Schulden', count: 5 }]) },
    });
    expect(JSON.stringify(data)).not.toMatch(/"label":"[A-Z_0-9]+"/);
  });
});
