import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServiceName } from '#shared/settings/settings.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Actor } from '#shared/identity/identity.ts';
import type { Log } from '#shared/log.ts';
import type { Service } from '#shared/service/service.ts';
import { measureInput } from '#tests/support/measure-input.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { casesService } from '../../services/cases/service.ts';
import { employersService } from '../../services/employers/service.ts';
import { measuresService } from '../../services/measures/service.ts';
import { adaIdentity } from '../../services/people/resolvers/people.fixture.ts';
import { peopleService } from '../../services/people/service.ts';

const here = '06431010';
const lead: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [here, 'x'] };

const project = { municipality: here, title: 'Kurze Wege', caseManagerIds: ['anna'], startedOn: '2026-01-05' };
const measure = {
  ...measureInput,
  municipality: here,
  place: { postcode: '68649', town: 'Groß-Rohrheim' },
  startsOn: '2026-09-01',
  endsOn: '2026-11-30',
  places: 1,
  approvedUntil: '2027-12-31',
};
const employer = { kind: 'COMPANY', name: 'Ried-Reinigung', municipality: here, registeredOn: '2026-01-10' };
const vacancy = {
  title: 'Reinigung',
  occupation: '54101',
  municipality: here,
  hoursPerWeek: 20,
  dayparts: ['MORNING'],
  startsOn: '2026-12-01',
  posts: 1,
  registeredOn: '2026-01-15',
  refreshOn: '2027-06-30',
};
const profile = {
  vocationalQualification: 'NONE',
  occupations: [{ occupation: '54101', years: 2 }],
  mobility: 'CAR',
  radiusKm: 20,
  availability: { hoursPerWeek: 20, dayparts: ['MORNING'] },
};

type Said = { refusal: { code: string; field: string | null; message: string } | null };

const services: Partial<Record<ServiceName, SubgraphUnderTest>> = {};
async function begin<Context extends object>(
  name: ServiceName,
  build: (documents: Documents, log: Log) => Service<Context>,
): Promise<SubgraphUnderTest> {
  return (services[name] = await subgraphUnderTest(name, build));
}

/** What a mutation says, and the id of what came of it. */
async function says(service: ServiceName, mutation: string, input: object): Promise<Said & { id: string }> {
  const [name = '', result = ''] = mutation.split(' ');
  const query =
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { said: ${name}(input: $input) { ` +
    `result: ${result} { id } refusal { code field message } } }`;
  const answer = await services[service]?.as(lead).run(query, { input });
  if (!answer?.data?.said) throw new Error(JSON.stringify(answer?.errors));
  const said = answer.data.said as Said & { result: { id: string } | null };
  return { refusal: said.refusal, id: said.result?.id ?? '' };
}

describe('an ordinary mistake in a form is said at its field, in words that may be shown', () => {
  let ids: Record<'employerId' | 'personId' | 'projectId', string>;
  beforeAll(async () => {
    await Promise.all([
      begin('cases', casesService),
      begin('employers', employersService),
      begin('measures', measuresService),
      begin('people', peopleService),
    ]);
    const [{ id: employerId }, { id: personId }] = await Promise.all([
      says('employers', 'registerEmployer employer', employer),
      says('people', 'registerPerson person', adaIdentity),
    ]);
    const { id: projectId } = await says('cases', 'startProject project', project);
    await services.cases?.deliver(peopleEvents, {
      subject: 'p-ada',
      type: 'person.registered',
      data: { personId: 'p-ada', municipality: here, registeredOn: '2026-01-10' },
    });
    ids = { employerId, personId, projectId };
    await says('people', 'updateProfile person', { personId, ...profile });
  });
  afterAll(
    async () => void (await Promise.all(Object.values(services).map((service) => service[Symbol.asyncDispose]()))),
  );

  const mistakes: [ServiceName, string, [object, string, string]][] = [
    [
      'cases',
      'startProject project',
      [{ ...project, goals: [{ code: 'TALKS_HELD', target: -1 }] }, 'goals.0.target', 'at least 0'],
    ],
    [
      'cases',
      'startProject project',
      [{ ...project, caseManagerIds: ['anna', ''] }, 'caseManagerIds.1', 'must not be empty'],
    ],
    ['cases', 'startProject project', [{ ...project, title: 'x'.repeat(121) }, 'title', 'at most 120 characters']],
    ['measures', 'offerMeasure measure', [{ ...measure, places: 0 }, 'places', 'from 1 to 500']],
    [
      'measures',
      'offerMeasure measure',
      [{ ...measure, provider: { id: '', name: 'Bildungswerk' } }, 'provider.id', 'must not be empty'],
    ],
    [
      'measures',
      'offerMeasure measure',
      [
        { ...measure, place: { postcode: '686', town: 'Groß-Rohrheim' } },
        'place.postcode',
        'five digits, such as 64658',
      ],
    ],
    ['employers', 'registerEmployer employer', [{ ...employer, name: '' }, 'name', 'must not be empty']],
    [
      'employers',
      'registerEmployer employer',
      [{ ...employer, number: '12' }, 'number', 'the eight digits of a Betriebsnummer'],
    ],
    ['employers', 'registerVacancy vacancy', [{ ...vacancy, posts: 0 }, 'posts', 'from 1 to 500']],
    ['employers', 'registerVacancy vacancy', [{ ...vacancy, hoursPerWeek: 0 }, 'hoursPerWeek', 'from 1 to 48']],
    ['employers', 'registerVacancy vacancy', [{ ...vacancy, hoursPerWeek: 49 }, 'hoursPerWeek', 'from 1 to 48']],
    ['people', 'updateProfile person', [{ radiusKm: 0 }, 'radiusKm', 'from 1 to 200']],
  ];
  const named = mistakes.map(([service, mutation, [input, field, expected]]) => ({
    name: `${mutation.split(' ')[0] ?? ''} wants of ${field}: ${expected}`,
    ...{ service, mutation, input, field, expected },
  }));
  test.each(named)('$name', async ({ service, mutation, input, field, expected }) => {
    const about = {
      ...(mutation.startsWith('openCase') && { projectId: ids.projectId }),
      ...(mutation.startsWith('registerVacancy') && { employerId: ids.employerId }),
      ...(mutation.startsWith('update') && { personId: ids.personId }),
    };
    expect((await says(service, mutation, { ...input, ...about })).refusal).toEqual({
      code: 'INVALID_INPUT',
      field,
      message: `${field}: ${expected}`,
    });
  });

  test('with a code of its own where a rule knows more than what a value looks like', async () => {
    const care = await says('cases', 'openCase case', {
      projectId: ids.projectId,
      personId: 'p-ada',
      contactId: 'miriam',
      careTeam: ['miriam', ''],
    });
    const contact = await says('people', 'updateContact person', { personId: ids.personId, postcode: '6465' });
    expect([care.refusal, contact.refusal]).toEqual([
      {
        code: 'UNKNOWN_CASE_MANAGER',
        field: 'careTeam',
        message: expect.stringContaining('not a case manager of the project'),
      },
      { code: 'INVALID_POSTCODE', field: 'postcode', message: expect.stringContaining('five digits') },
    ]);
  });

  test('of a municipality that cannot be one', async () => {
    const refusals = await Promise.all([
      says('cases', 'startProject project', { ...project, municipality: 'x' }),
      says('measures', 'offerMeasure measure', { ...measure, municipality: 'x' }),
      says('employers', 'registerEmployer employer', { ...employer, municipality: 'x' }),
    ]);
    expect(refusals.map(({ refusal }) => refusal)).toEqual(
      refusals.map(() =>
        expect.objectContaining({
          field: 'municipality',
          code: expect.stringMatching(/INVALID_INPUT|UNKNOWN_MUNICIPALITY/),
        }),
      ),
    );
  });
});
