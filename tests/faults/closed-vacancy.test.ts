import { expect, jest, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asked, done } from '#tests/support/graph-of.ts';
import { houseUnderTest } from '#tests/support/house.ts';
import { lookedAfter } from '#tests/support/people.ts';

jest.setTimeout(180_000);

const RIMBACH = '06431019';
const MORE_THAN_ONE_STEP = 60;

test(
  'kill -9 once a vacancy is closed: every open proposal ends, once, and the employer service knows nobody by it ' +
    'any more',
  async () => {
    await using house = await houseUnderTest();
    const people = await lookedAfter(house, {
      number: MORE_THAN_ONE_STEP,
      municipality: RIMBACH,
      manager: 'jonas.keller',
    });
    const employer = await done(house, 'carla.stein', {
      name: 'registerEmployer',
      input: { kind: 'COMPANY', name: 'Ried-Logistik', municipality: RIMBACH },
      selection: 'employer { id }',
    });
    const posts = {
      title: 'Lagerhelfer',
      occupation: '51311',
      municipality: RIMBACH,
      hoursPerWeek: 20,
      dayparts: [],
      startsOn: '2026-12-01',
      posts: 1,
      registeredOn: '2026-01-15',
      refreshOn: '2027-06-30',
    };
    const vacancy = await done(house, 'carla.stein', {
      name: 'registerVacancy',
      input: { employerId: at(employer, 'employer.id'), ...posts },
      selection: 'vacancy { id }',
    });
    const vacancyId = at(vacancy, 'vacancy.id');
    for (const personId of people)
      await done(house, 'jonas.keller', {
        name: 'proposePlacement',
        input: { vacancyId, personId, withLegalNotice: false, proposedOn: '2026-02-01' },
        selection: 'proposal { id }',
      });
    const named = async (): Promise<number> => {
      const answers = await Promise.all(
        people.map((id) => house.as('carla.stein')('query($id: ID!) { person(id: $id) { givenName } }', { id })),
      );
      return answers.filter(({ data }) => at(data, 'person.givenName') !== undefined).length;
    };
    await eventually(async () => expect(await named()).toBe(people.length));

    await done(house, 'carla.stein', {
      name: 'closeVacancy',
      input: { vacancyId, reason: 'FILLED_ELSEWHERE' },
      selection: 'vacancy { id }',
    });
    house.kill('employers');

    await eventually(async () => {
      const seen = await asked(
        house,
        'jonas.keller',
        'query($id: ID!) { vacancy(id: $id) { proposals { withdrawnBecause } } }',
        { id: vacancyId },
      );
      expect(at(seen, 'vacancy.proposals')).toEqual(people.map(() => ({ withdrawnBecause: 'VACANCY_CLOSED' })));
    });
    await eventually(async () => expect(await named()).toBe(0));
    await eventually(async () => {
      const told = await Promise.all(
        people.map(async (id) =>
          JSON.stringify(
            await asked(
              house,
              'jonas.keller',
              'query($id: ID!) { person(id: $id) { openCase { timeline(first: 100) { edges { node { name } } } } } }',
              { id },
            ),
          ),
        ),
      );
      expect(told.map((timeline) => timeline.split('proposal.withdrawn').length - 1)).toEqual(people.map(() => 1));
    });
  },
);
