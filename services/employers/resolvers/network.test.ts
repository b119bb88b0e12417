import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { einhausen, rimbach } from '../employers.fixture.ts';
import {
  anna,
  carla,
  mutate,
  erik,
  jonas,
  mayor,
  miriam,
  openCaseOf,
  deliverProfile,
  proposeToAda,
  addEmployer,
  addVacancy,
} from './graph.fixture.ts';
import { employersService } from '../service.ts';

describe('the network of employers in the graph', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('employers', employersService);
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const listed = async (who: Actor, list: string, field: string): Promise<unknown[]> => {
    const { data, errors } = await subgraph.as(who).run(`{ list: ${list} { edges { node { ${field} } } } }`);
    return errors.length > 0
      ? errors.map(({ code }) => code)
      : (at(data, 'list.edges') as { node: Record<string, unknown> }[]).map(({ node }) => node[field]);
  };

  test('an employer is found by the beginning of its name, however it is spelt', async () => {
    await addEmployer(subgraph, { name: 'Gärtnerei Rosengarten' });
    await addEmployer(subgraph, { name: 'Bäckerei Roßmann', municipality: einhausen });
    expect(await listed(anna, 'employers', 'name')).toEqual(['Bäckerei Roßmann', 'Gärtnerei Rosengarten']);
    expect(
      await Promise.all(
        ['Gärt', 'gaert', 'BÄCK'].map((name) => listed(anna, `employers(filter: { name: "${name}" })`, 'name')),
      ),
    ).toEqual([['Gärtnerei Rosengarten'], ['Gärtnerei Rosengarten'], ['Bäckerei Roßmann']]);
  });

  test('an employer is kept by who keeps the network there, and moved to where they keep it too', async () => {
    const employerId = await addEmployer(subgraph, { number: '12345678' });
    expect(await mutate(subgraph, [erik, 'updateEmployer'], { employerId, branch: 'Reinigung' })).toBe('FORBIDDEN');
    expect(await mutate(subgraph, [carla, 'updateEmployer'], { employerId, municipality: rimbach })).toBe('FORBIDDEN');
    expect(
      await mutate(subgraph, [{ ...carla, municipalities: [einhausen, rimbach] }, 'updateEmployer'], {
        employerId,
        municipality: rimbach,
      }),
    ).toBe(employerId);
    expect(await addEmployer(subgraph, { number: '12345678' })).toBe('ALREADY_EXISTS');
    expect(await Promise.all([addEmployer(subgraph), addEmployer(subgraph)])).toEqual([
      expect.stringMatching(/-/),
      expect.stringMatching(/-/),
    ]);
  });

  test('whom to talk to is kept with a way to reach them, and what is nearly an e-mail address is refused in a moment', async () => {
    const registered = (email: string) => addEmployer(subgraph, { contactPerson: { name: 'Rita Ried', email } });
    expect(
      await Promise.all(
        [
          'rita@ried.example',
          'rita.ried@post.ried.example',
          'rita@ried',
          'rita ried@x.de',
          `a@${'.'.repeat(90_000)} `,
        ].map(registered),
      ),
    ).toEqual([
      expect.stringMatching(/-/),
      expect.stringMatching(/-/),
      'INVALID_INPUT',
      'INVALID_INPUT',
      'INVALID_INPUT',
    ]);
  });

  test('a vacancy is changed where the work is, and where the employer has its seat', async () => {
    const employerId = await addEmployer(subgraph);
    const vacancyId = await addVacancy(subgraph, employerId, { municipality: rimbach });
    expect(await mutate(subgraph, [carla, 'updateVacancy'], { vacancyId, refreshOn: '2027-07-31' })).toBe(vacancyId);
    expect(await mutate(subgraph, [erik, 'updateVacancy'], { vacancyId, refreshOn: '2027-08-31' })).toBe(vacancyId);
    expect(await mutate(subgraph, [anna, 'closeVacancy'], { vacancyId, reason: 'WITHDRAWN' })).toBe('FORBIDDEN');
    expect(await mutate(subgraph, [carla, 'updateVacancy'], { vacancyId, occupation: '99999' })).toBe(
      'UNKNOWN_OCCUPATION',
    );
  });

  test('vacancies are listed as a screen needs them', async () => {
    const employerId = await addEmployer(subgraph);
    await addVacancy(subgraph, employerId, {
      title: 'A',
      startsOn: '2026-05-01',
      registeredOn: '2026-01-20',
      refreshOn: '2026-02-20',
    });
    await addVacancy(subgraph, employerId, {
      title: 'B',
      startsOn: '2026-04-01',
      registeredOn: '2026-01-30',
      refreshOn: '2026-03-20',
      hoursPerWeek: 35,
    });
    await addVacancy(subgraph, employerId, {
      title: 'C',
      startsOn: '2026-06-01',
      registeredOn: '2026-01-10',
      refreshOn: '2026-01-31',
      occupation: '51311',
    });
    const titles = (list: string) => listed(anna, list, 'title');
    expect(
      await Promise.all(
        ['vacancies', 'vacancies(sort: STARTS_ON)', 'vacancies(sort: NEWEST)', 'vacancies(sort: REFRESH_ON)'].map(
          titles,
        ),
      ),
    ).toEqual([
      ['C', 'A', 'B'],
      ['B', 'A', 'C'],
      ['B', 'A', 'C'],
      ['C', 'A', 'B'],
    ]);
    expect(await titles('vacancies(filter: { occupation: "54", maxHoursPerWeek: 20, open: true })')).toEqual(['A']);
    expect(await titles('vacancies(filter: { staleBefore: "2026-03-01" }, sort: REFRESH_ON)')).toEqual(['C', 'A']);
    await mutate(subgraph, [carla, 'closeVacancy'], {
      vacancyId: await addVacancy(subgraph, employerId, { title: 'D' }),
      reason: 'WITHDRAWN',
    });
    expect(
      await Promise.all(['open: false', 'open: true'].map((filter) => titles(`vacancies(filter: { ${filter} })`))),
    ).toEqual([['D'], ['C', 'A', 'B']]);
    expect(
      at(
        (
          await subgraph
            .as(anna)
            .entity({ __typename: 'Employer', id: employerId }, '{ vacancies { edges { node { title } } } }')
        ).data,
        '_entities.0.vacancies.edges.0.node.title',
      ),
    ).toBe('C');
  });

  test('pages are refused outside 1 to 100', async () => {
    const codes = await Promise.all([0, 101].map((first) => listed(carla, `employers(first: ${first})`, 'name')));
    expect(codes).toEqual([['INVALID_INPUT'], ['INVALID_INPUT']]);
  });
});

describe('matching and proposing in the graph', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('employers', employersService);
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  test('a case manager sees why a vacancy fits whom they look after', async () => {
    const { vacancyId } = await proposeToAda(subgraph);
    const { data, errors } = await subgraph
      .as(anna)
      .entity(
        { __typename: 'Person', id: 'p-ada' },
        '{ matches { possible score points { code points } hardLimits { code met } vacancy { id } person { id } } }',
      );
    expect(errors).toEqual([]);
    expect(at(data, '_entities.0.matches')).toMatchObject([
      {
        possible: true,
        score: 97,
        vacancy: { id: vacancyId },
        person: { id: 'p-ada' },
        points: expect.arrayContaining([{ code: 'OCCUPATION', points: 50 }]),
        hardLimits: expect.arrayContaining([{ code: 'HOURS', met: true }]),
      },
    ]);
  });

  test('what a hard limit stands against is shown when asked for, behind the rest', async () => {
    const { vacancyId, employerId } = await proposeToAda(subgraph);
    const tooLong = await addVacancy(subgraph, employerId, { hoursPerWeek: 40 });
    const matched = async (matches: string) =>
      (
        at(
          (await subgraph.as(anna).entity({ __typename: 'Person', id: 'p-ada' }, `{ ${matches} { vacancy { id } } }`))
            .data,
          '_entities.0.matches',
        ) as { vacancy: { id: string } }[]
      ).map(({ vacancy }) => vacancy.id);
    expect([await matched('matches'), await matched('matches(includeBlocked: true)')]).toEqual([
      [vacancyId],
      [vacancyId, tooLong],
    ]);
  });

  test('candidates are for who looks for people, in their municipalities', async () => {
    const { vacancyId } = await proposeToAda(subgraph);
    const candidates = (who: Actor) =>
      subgraph
        .as(who)
        .run('query ($id: ID!) { vacancy(id: $id) { candidates { score person { id } } } }', { id: vacancyId });
    expect(at((await candidates(carla)).data, 'vacancy.candidates')).toEqual([{ score: 97, person: { id: 'p-ada' } }]);
    expect(at((await candidates(erik)).data, 'vacancy.candidates')).toEqual([]);
    expect((await candidates(anna)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('a vacancy is proposed by who looks after the person, and by nobody else', async () => {
    const vacancyId = await addVacancy(subgraph, await addEmployer(subgraph));
    await openCaseOf(subgraph, 'p-ada');
    const propose = (who: Actor, personId = 'p-ada') =>
      mutate(subgraph, [who, 'proposePlacement'], {
        vacancyId,
        personId,
        withLegalNotice: false,
        proposedOn: '2026-02-01',
      });
    expect([await propose(jonas), await propose(mayor), await propose(carla), await propose(anna, 'p-nobody')]).toEqual(
      ['CASE_UNKNOWN', 'FORBIDDEN', 'FORBIDDEN', 'CASE_UNKNOWN'],
    );
    const proposalId = await propose(miriam);
    expect([proposalId, await propose(anna)]).toEqual([expect.stringMatching(/-/), proposalId]);
  });

  test('the last post is given once, however many are hired at once', async () => {
    const vacancyId = await addVacancy(subgraph, await addEmployer(subgraph));
    const people = Array.from({ length: 10 }, (_, number) => `p-${number}`);
    const proposalIds: string[] = [];
    for (const personId of people) {
      await openCaseOf(subgraph, personId);
      proposalIds.push(
        await mutate(subgraph, [anna, 'proposePlacement'], {
          vacancyId,
          personId,
          withLegalNotice: false,
          proposedOn: '2026-02-01',
        }),
      );
    }
    const told = await Promise.all(
      proposalIds.map((proposalId) =>
        mutate(subgraph, [carla, 'answerProposal'], { proposalId, answer: 'HIRED', answeredOn: '2026-02-10' }),
      ),
    );
    expect(told.filter((code) => code === 'VACANCY_FILLED')).toHaveLength(9);
    expect((await subgraph.said()).filter(({ type }) => type === 'proposal.answered')).toHaveLength(1);
  });

  test('what others say twice is known once', async () => {
    await proposeToAda(subgraph);
    await deliverProfile(subgraph, 'p-ada');
    expect(
      at(
        (await subgraph.as(anna).entity({ __typename: 'Person', id: 'p-ada' }, '{ matches { score } }')).data,
        '_entities.0.matches',
      ),
    ).toHaveLength(1);
  });
});
