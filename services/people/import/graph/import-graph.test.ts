import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { importFile, type ImportFile, type ImportReport } from '#infra/operate/import/import-file.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import { eventually } from '#tests/support/eventually.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleService } from '../../service.ts';

const here = '06431010';
const otherTown = '06431006';
const miriam: Actor = { id: 'miriam.vogt', role: 'TEAM_LEAD', municipalities: [here, otherTown] };
const anna: Actor = { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: [here] };
const jonas: Actor = { id: 'jonas.keller', role: 'CASE_MANAGER', municipalities: ['06431007'] };
const olaf: Actor = { id: 'olaf.brandt', role: 'OPERATOR', municipalities: [] };
const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [here] };

const ben = {
  Kundennummer: '437D012346',
  Rolle: 'Partner',
  Vorname: 'Ben',
  Geburtsdatum: '11.11.1978',
  Geschlecht: 'männlich',
  Kinder: '',
  'E-Mail': '',
};
const household = importFileOf([{}, ben]);

describe('importing a list of recipients', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('people', peopleService);
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const run = async (actor: Actor, operation: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const { data, errors } = await subgraph.as(actor).run(operation, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  const imported = (file: string, options: Partial<ImportFile> = {}, actor = miriam): Promise<ImportReport> =>
    importFile(
      (operation, variables) => run(actor, operation, variables),
      { bytes: Buffer.from(file), municipality: here, confirm: true, ...options },
      () => undefined,
    );
  const eventTypes = async (): Promise<string[]> =>
    (await subgraph.said()).map(({ type }) => type).filter((type) => !type.startsWith('import.'));
  const persons = async (): Promise<unknown> =>
    run(
      miriam,
      `{ persons { edges { node {
        givenName familyName customerNumber birthDate children { birthDate } contact { town }
        availability { hoursPerWeek } benefitPeriods { from to }
      } } } }`,
    );

  test('a list takes everybody over with all facts, and with their benefit unit', async () => {
    const { status, problems } = await imported(household);
    expect([status.state, status.done, problems]).toEqual([
      'COMPLETED',
      { created: 2, updated: 0, unchanged: 0, skipped: 0 },
      [],
    ]);
    const common = {
      familyName: 'Groß',
      contact: { town: 'Groß-Rohrheim' },
      availability: { hoursPerWeek: 19 },
      benefitPeriods: [{ from: '2023-01-01', to: '2024-06-30' }],
    };
    expect(await persons()).toEqual({
      persons: {
        edges: [
          {
            node: {
              ...common,
              givenName: 'Ada',
              customerNumber: '437D012345',
              birthDate: '1980-03-01',
              children: [{ birthDate: '2019-05-07' }],
            },
          },
          {
            node: { ...common, givenName: 'Ben', customerNumber: '437D012346', birthDate: '1978-11-11', children: [] },
          },
        ],
      },
    });
    expect(await eventTypes()).toEqual([
      'person.registered',
      'person.profiled',
      'person.registered',
      'person.profiled',
      'benefitUnit.formed',
      'benefitUnit.benefitStarted',
      'benefitUnit.benefitEnded',
    ]);
  });

  test('each step of an import has one event with nothing personal', async () => {
    const {
      status: { id: importId },
    } = await imported(household);
    const about = { importId, municipality: here };
    expect(
      (await subgraph.said()).filter(({ subject }) => subject === importId).map(({ type, data }) => ({ type, data })),
    ).toEqual([
      { type: 'import.started', data: about },
      { type: 'import.submitted', data: about },
      { type: 'import.staged', data: { ...about, lines: 2, problems: 0 } },
      { type: 'import.confirmed', data: about },
      { type: 'import.completed', data: { ...about, created: 2, updated: 0, unchanged: 0 } },
    ]);
  });

  test('the ids in events reveal no customer number and no BG number', async () => {
    const idsInEvents = async (): Promise<string[]> => (await subgraph.said()).map(({ subject }) => subject);
    await imported(household);
    const firstIds = await idsInEvents();
    await subgraph[Symbol.asyncDispose]();
    subgraph = await subgraphUnderTest('people', peopleService);
    await imported(household);
    expect((await idsInEvents()).filter((id) => firstIds.includes(id))).toEqual([]);
  });

  test('the same list a second time changes nothing', async () => {
    await imported(household);
    const before = await eventTypes();
    expect((await imported(household)).status.done).toEqual({ created: 0, updated: 0, unchanged: 2, skipped: 0 });
    expect(await eventTypes()).toEqual(before);
  });

  test('a newer list brings people up to date, and what it leaves empty stays', async () => {
    await imported(household);
    const { status } = await imported(
      importFileOf([{ Nachname: 'Groß-Berg', Telefon: '', Kinder: '', Stunden: '30', 'Leistungsbezug bis': '' }]),
    );
    expect(status.done).toEqual({ created: 0, updated: 1, unchanged: 0, skipped: 0 });
    const people = await run(
      miriam,
      `{ persons(filter: { customerNumber: "437D012345" }) {
        edges { node { familyName children { birthDate } contact { phone } } }
      } }`,
    );
    expect(at(people, 'persons.edges')).toEqual([
      {
        node: { familyName: 'Groß-Berg', children: [{ birthDate: '2019-05-07' }], contact: { phone: '06245 908770' } },
      },
    ]);
  });

  test('a list with mistakes takes nobody over, and cannot be confirmed', async () => {
    const { status, problems } = await imported(
      importFileOf([{}, { ...ben, Geburtsdatum: '31.02.1978', PLZ: '6864' }]),
    );
    expect(problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [3, 'Geburtsdatum', '31.02.1978'],
      [3, 'PLZ', '6864'],
    ]);
    expect(
      await run(
        miriam,
        'mutation ($importId: ID!) { confirmImport(input: { importId: $importId }) { refusal { code } } }',
        { importId: status.id },
      ),
    ).toEqual({ confirmImport: { refusal: { code: 'IMPORT_HAS_PROBLEMS' } } });
    expect(await eventTypes()).toEqual([]);
  });

  test('a second list gives a unit no second applicant', async () => {
    await imported(household);
    const { status, problems } = await imported(
      importFileOf([
        { ...ben, Kundennummer: '437D012347', Vorname: 'Carla', Rolle: 'Antragstellerin', Geburtsdatum: '02.02.1985' },
      ]),
    );
    expect([status.state, problems.map(({ code, column }) => [code, column])]).toEqual([
      'CHECKED',
      [['SECOND_APPLICANT', 'Rolle']],
    ]);
  });

  describe('a line that may be about a registered person', () => {
    const adaAgain: ListLine = {
      Kundennummer: '437D099999',
      Vorname: 'Ada Maria',
      Nachname: 'Gross',
      'BG-Nummer': '43705BG0009999',
    };

    test('a possible duplicate is asked about, and the list cannot be confirmed before the answer', async () => {
      await imported(household);
      const { undecided, status } = await imported(importFileOf([adaAgain]));
      expect(undecided).toEqual([
        {
          line: 2,
          recipient: {
            customerNumber: '437D099999',
            givenName: 'Ada Maria',
            familyName: 'Gross',
            birthDate: '1980-03-01',
          },
          candidates: [
            {
              reason: 'SIMILAR_PERSON',
              line: null,
              personId: expect.any(String),
              person: { customerNumber: '437D012345', givenName: 'Ada', familyName: 'Groß' },
            },
          ],
        },
      ]);
      expect(
        await run(
          miriam,
          'mutation ($importId: ID!) { confirmImport(input: { importId: $importId }) { refusal { code } } }',
          { importId: status.id },
        ),
      ).toEqual({ confirmImport: { refusal: { code: 'IMPORT_UNDECIDED' } } });
    });

    test('a line decided to be the same person updates that person and is not asked about again', async () => {
      await imported(household);
      const same = await imported(importFileOf([adaAgain]), {
        decide: async ({ candidates: [first] }) => ({ decision: 'SAME_PERSON', personId: first?.personId ?? '' }),
      });
      expect(same.status.done).toEqual({ created: 0, updated: 1, unchanged: 0, skipped: 0 });
      const again = await imported(importFileOf([adaAgain]));
      expect([again.status.done, again.undecided]).toEqual([{ created: 0, updated: 0, unchanged: 1, skipped: 0 }, []]);
    });

    test.each([
      ['NEW_PERSON', { created: 1, updated: 0, unchanged: 0, skipped: 0 }],
      ['SKIP', { created: 0, updated: 0, unchanged: 0, skipped: 1 }],
    ] as const)('a line decided as %s is taken over as such', async (decision, done) => {
      await imported(household);
      expect((await imported(importFileOf([adaAgain]), { decide: async () => ({ decision }) })).status.done).toEqual(
        done,
      );
    });

    test('a person who is twice in one list under two numbers is asked about', async () => {
      const { undecided } = await imported(importFileOf([{}, adaAgain]));
      expect(undecided.map(({ line, candidates }) => [line, candidates])).toEqual([
        [3, [{ reason: 'SIMILAR_LINE', line: 2, personId: null, person: null }]],
      ]);
    });

    test.each([
      ['rows shifted against their numbers', { Kundennummer: ben.Kundennummer, Kinder: '' }],
      ['another birth date', { Geburtsdatum: '01.03.1998', Kinder: '' }],
    ])('a known number with %s is asked about, and nobody becomes somebody else', async (_, line) => {
      await imported(household);
      const before = await persons();
      const { status, undecided } = await imported(importFileOf([line]));
      expect([status.state, undecided.map(({ candidates }) => candidates.map(({ reason }) => reason))]).toEqual([
        'CHECKED',
        [['OTHER_IDENTITY']],
      ]);
      const skipped = await imported(importFileOf([line]), { decide: async () => ({ decision: 'SKIP' }) });
      expect(skipped.status.done).toEqual({ created: 0, updated: 0, unchanged: 0, skipped: 1 });
      expect(await persons()).toEqual(before);
    });

    test('twins whose numbers are exchanged are asked about', async () => {
      const twin = { ...ben, Geburtsdatum: '01.03.1980' };
      await imported(importFileOf([{}, twin]), { decide: async () => ({ decision: 'NEW_PERSON' }) });
      const { undecided } = await imported(
        importFileOf([
          { Kundennummer: ben.Kundennummer, Rolle: '' },
          { ...twin, Kundennummer: '437D012345', Rolle: '' },
        ]),
      );
      expect(undecided.flatMap(({ candidates }) => candidates.map(({ reason }) => reason))).toEqual([
        'OTHER_IDENTITY',
        'OTHER_IDENTITY',
      ]);
    });

    test('a person of another municipality is moved only by a caller who works in both', async () => {
      await imported(household);
      const moving = importFileOf([{ AGS: otherTown, PLZ: '64683', Ort: 'Einhausen' }]);
      const asked = {
        municipality: otherTown,
        decide: async ({ candidates: [first] }: { candidates: { personId: string | null }[] }) => ({
          decision: 'SAME_PERSON' as const,
          personId: first?.personId ?? '',
        }),
      };
      const { undecided } = await imported(
        moving,
        { ...asked, decide: async () => undefined },
        { ...miriam, municipalities: [otherTown] },
      );
      expect(undecided).toMatchObject([
        { candidates: [{ reason: 'OTHER_MUNICIPALITY', personId: null, person: null }] },
      ]);
      expect((await imported(moving, asked)).status.done).toMatchObject({ updated: 1 });
    });
  });

  describe('a household of another municipality', () => {
    const stranger: ListLine = {
      Kundennummer: '437D099999',
      Rolle: 'Partnerin',
      Vorname: 'Eva',
      Nachname: 'Fremd',
      Geburtsdatum: '05.05.1975',
      AGS: otherTown,
      PLZ: '64683',
      Ort: 'Einhausen',
      'Leistungsbezug seit': '01.01.2010',
    };
    const ofElsewhere: Actor = { ...miriam, municipalities: [otherTown] };

    test('a household of another municipality is neither fetched nor revealed by its BG number', async () => {
      await imported(household);
      const { problems } = await imported(importFileOf([stranger]), { municipality: otherTown }, ofElsewhere);
      expect(problems).toEqual([
        {
          line: 2,
          column: 'BG-Nummer',
          value: '43705BG0001234',
          code: 'CONTRADICTS_REGISTER',
          expected: 'a BG number of this municipality: the register knows this one in another',
        },
      ]);
    });

    test('a person who is no candidate cannot be chosen, whether they exist or not', async () => {
      await imported(household);
      // The query asks for exactly these fields.
      const { persons } = (await run(miriam, '{ persons { edges { node { id } } } }')) as {
        persons: { edges: { node: { id: string } }[] };
      };
      const twice = importFileOf([
        { ...stranger, 'BG-Nummer': '43705BG0009999' },
        { ...stranger, 'BG-Nummer': '43705BG0009999', Kundennummer: '437D099998' },
      ]);
      for (const personId of [...persons.edges.map(({ node }) => node.id), 'none']) {
        await expect(
          imported(
            twice,
            { municipality: otherTown, decide: async () => ({ decision: 'SAME_PERSON', personId }) },
            ofElsewhere,
          ),
        ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      }
    });

    test('a household stays where it is when the member who would come along is skipped', async () => {
      await imported(household);
      const ofUnits = async (): Promise<string[]> =>
        (await eventTypes()).filter((type) => type.startsWith('benefitUnit.'));
      const before = await ofUnits();
      const list = importFileOf([
        { ...stranger, 'Leistungsbezug seit': '01.01.2023' },
        { AGS: otherTown, PLZ: '64683', Ort: 'Einhausen' },
      ]);
      const { status } = await imported(
        list,
        { municipality: otherTown, decide: async () => ({ decision: 'SKIP' }) },
        ofElsewhere,
      );
      expect([status.done, await ofUnits()]).toEqual([{ created: 1, updated: 0, unchanged: 0, skipped: 1 }, before]);
    });
  });

  test('the plan of a list is shown to a team lead and hidden from a case manager, who could guess', async () => {
    await imported(household);
    const {
      status: { id },
    } = await imported(household, { confirm: false }, anna);
    const look = 'query ($id: ID!) { import(id: $id) { state planned { unchanged } } }';
    expect([await run(anna, look, { id }), await run(miriam, look, { id })]).toEqual([
      { import: { state: 'CHECKED', planned: null } },
      { import: { state: 'CHECKED', planned: { unchanged: 2 } } },
    ]);
  });

  describe('who may import a list', () => {
    const start = `mutation ($municipality: ID!) {
        startImport(input: { municipality: $municipality }) { import { id } refusal { code } }
      }`;
    test.each([
      ['a case manager of another municipality', jonas],
      ['an operator', olaf],
      ['a town hall', mayor],
    ])('%s begins no import here', async (_, actor) => {
      expect(await run(actor, start, { municipality: here })).toEqual({
        startImport: { import: null, refusal: { code: 'FORBIDDEN' } },
      });
    });

    test('a case manager stages and checks a list, but does not confirm it', async () => {
      await expect(imported(household, {}, anna)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await eventTypes()).toEqual([]);
    });

    test('operators see the state of an import and nothing of its content; others see nothing at all', async () => {
      const {
        status: { id },
      } = await imported(importFileOf([{ PLZ: '1' }]));
      const look = `query ($id: ID!) {
          import(id: $id) {
            state problemCount problems { edges { node { value } } } duplicates { edges { node { line } } }
          }
        }`;
      expect(await subgraph.as(olaf).run(look, { id })).toMatchObject({
        data: { import: { state: 'CHECKED', problemCount: 1, problems: null, duplicates: null } },
        errors: [{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }],
      });
      expect(await subgraph.as(jonas).run(look, { id })).toMatchObject({
        data: { import: null },
        errors: [{ code: 'NOT_FOUND' }],
      });
      expect(await subgraph.as(mayor).run('{ imports { edges { node { id } } } }')).toMatchObject({
        data: { imports: null },
        errors: [{ code: 'FORBIDDEN' }],
      });
    });
  });

  test('everything personal that was staged is emptied when the import is completed', async () => {
    await imported(household);
    await eventually(async () => {
      const texts: string[] = [];
      for (const name of [
        'import-chunks',
        'import-lines',
        'import-problems',
        'import-duplicates',
        'imports',
        'import-work',
      ]) {
        for await (const { state } of subgraph.documents.records(name)) texts.push(JSON.stringify(state));
      }
      expect(texts.join('\n')).not.toMatch(/Groß|437D0|1980|R3Jvw5/);
    });
  });
});
