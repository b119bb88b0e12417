import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { einhausen, rimbach } from '../employers.fixture.ts';
import {
  anna,
  carla,
  mutate,
  erik,
  jonas,
  kurs,
  lenz,
  mayor,
  olaf,
  openCaseOf,
  proposeToAda,
} from './graph.fixture.ts';
import { employersService } from '../service.ts';

const mayorElsewhere: Actor = { ...mayor, id: 'rathaus.rimbach', municipalities: [rimbach] };
const strangers = [mayorElsewhere, kurs, olaf, lenz];
/** Who works with people, but not with Ada. */
const colleagues = [jonas, erik];

type Thing = 'employer' | 'lead' | 'vacancy' | 'proposal' | 'placement' | 'person' | 'case';
type Asked = [thing: Thing, who: readonly Actor[], asked: string, more?: Record<string, unknown>];

const lookedFor: Asked[] = [
  ['employer', strangers, 'query ($id: ID!) { employer(id: $id) { name } }'],
  ['vacancy', [...strangers, mayor], 'query ($id: ID!) { vacancy(id: $id) { title } }'],
  ['lead', [...strangers, erik], 'query ($id: ID!) { lead(id: $id) { company } }'],
  ['placement', [...strangers, ...colleagues, mayor], 'query ($id: ID!) { placement(id: $id) { kind } }'],
];
const entities: [thing: Thing, who: readonly Actor[], typename: string, selection: string][] = [
  ['employer', strangers, 'Employer', '{ name }'],
  ['vacancy', [...strangers, mayor], 'Vacancy', '{ title }'],
  ['lead', [...strangers, erik], 'Lead', '{ company }'],
  ['proposal', [...strangers, ...colleagues, mayor], 'Proposal', '{ answer }'],
  ['placement', [...strangers, ...colleagues, mayor], 'Placement', '{ kind }'],
  [
    'person',
    [...strangers, ...colleagues, mayor],
    'Person',
    '{ proposals { id } placements { id } matches { score } }',
  ],
  ['case', [...strangers, ...colleagues, mayor], 'Case', '{ proposals { id } placements { id } }'],
];
const changes: Asked[] = [
  ['employer', strangers, 'updateEmployer employerId', { branch: 'x' }],
  ['employer', strangers, 'recordContact employerId', { channel: 'VISIT', outcome: 'INTERESTED' }],
  [
    'employer',
    strangers,
    'registerVacancy employerId',
    {
      title: 'x',
      occupation: '54101',
      municipality: einhausen,
      hoursPerWeek: 20,
      dayparts: [],
      startsOn: '2026-03-01',
      posts: 1,
      refreshOn: '2027-06-30',
    },
  ],
  ['lead', [...strangers, erik], 'takeUpLead leadId', { takeOver: true }],
  ['lead', [...strangers, erik], 'answerLead leadId', { answer: 'NO_NEED_NOW' }],
  ['vacancy', strangers, 'answerLead vacancyId', { leadId: 'none', answer: 'BECAME_VACANCY' }],
  ['employer', strangers, 'answerLead employerId', { leadId: 'none', answer: 'EMPLOYER_CONTACTED' }],
  ['vacancy', [...strangers, mayor], 'updateVacancy vacancyId', { posts: 2 }],
  ['vacancy', [...strangers, mayor], 'closeVacancy vacancyId', { reason: 'EXPIRED' }],
  ['vacancy', strangers, 'proposePlacement vacancyId', { personId: 'p-none', withLegalNotice: false }],
  [
    'person',
    [...strangers, ...colleagues, mayor, carla],
    'proposePlacement personId',
    { vacancyId: 'none', withLegalNotice: false },
  ],
  ['proposal', [...strangers, ...colleagues, mayor], 'answerProposal proposalId', { answer: 'INTERESTED' }],
  ['proposal', [...strangers, ...colleagues, mayor], 'withdrawProposal proposalId', { reason: 'OTHER' }],
  [
    'person',
    [...strangers, ...colleagues, mayor, carla],
    'startPlacement personId',
    { employerId: 'none', kind: 'INSURED_JOB', hoursPerWeek: 20 },
  ],
  [
    'proposal',
    [jonas, anna],
    'startPlacement proposalId',
    { personId: 'p-ben', vacancyId: 'own', employerId: 'own', kind: 'INSURED_JOB', hoursPerWeek: 20 },
  ],
  ['placement', [...strangers, ...colleagues, mayor], 'confirmContinuity placementId', { month: 1 }],
  ['placement', [...strangers, ...colleagues, mayor], 'endPlacement placementId', { reason: 'OTHER' }],
  ['placement', [...strangers, ...colleagues, mayor], 'withdrawPlacement placementId', { reason: 'MISTAKE' }],
];

describe('whoever may not see something does not learn that it is there', () => {
  let subgraph: SubgraphUnderTest;
  let ids: Record<Thing, string>;
  const byWhom = <Row extends readonly [Thing, readonly Actor[], string, ...unknown[]]>(rows: Row[]) =>
    rows.flatMap((row) => row[1].map((who): [string, Actor, Row] => [`${who.id}: ${row[2]}`, who, row]));

  beforeAll(async () => {
    subgraph = await subgraphUnderTest('employers', employersService);
    const { employerId: employer, vacancyId: vacancy, proposalId: proposal } = await proposeToAda(subgraph);
    await openCaseOf(subgraph, 'p-ben');
    await mutate(subgraph, [anna, 'answerProposal'], {
      proposalId: proposal,
      answer: 'HIRED',
      answeredOn: '2026-02-10',
    });
    const placement = await mutate(subgraph, [anna, 'startPlacement'], {
      personId: 'p-ada',
      employerId: employer,
      vacancyId: vacancy,
      proposalId: proposal,
      kind: 'INSURED_JOB',
      hoursPerWeek: 20,
      startedOn: '2026-03-01',
    });
    const lead = await mutate(subgraph, [mayor, 'reportLead'], {
      municipality: einhausen,
      company: 'Ried',
      kind: 'EXPANSION',
      reportedOn: '2026-01-12',
    });
    ids = { employer, vacancy, proposal, placement, lead, person: 'p-ada', case: 'c-p-ada' };
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  test.each(byWhom(lookedFor))('by looking for it, %s', async (_name, who, [thing, , query]) => {
    const [real, none] = await Promise.all([ids[thing], 'none'].map((id) => subgraph.as(who).run(query, { id })));
    expect([real, real?.errors.length]).toEqual([none, 1]);
  });

  test.each(byWhom(entities))('by reference, %s', async (_name, who, [thing, , __typename, selection]) => {
    const [real, none] = await Promise.all(
      [ids[thing], 'none'].map((id) => subgraph.as(who).entity({ __typename, id }, selection)),
    );
    expect([real, (real?.errors.length ?? 0) > 0]).toEqual([none, true]);
  });

  test.each(byWhom(changes))('by changing it, %s', async (_name, who, [thing, , change, more = {}]) => {
    const [mutation = '', field = ''] = change.split(' ');
    const own = Object.fromEntries(
      Object.entries(more).map(([name, value]) => [
        name,
        value === 'own' ? ids[name === 'vacancyId' ? 'vacancy' : 'employer'] : value,
      ]),
    );
    const query = `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { refusal { code message } } }`;
    const [real, none] = await Promise.all(
      [ids[thing], 'none'].map((id) => subgraph.as(who).run(query, { input: { ...own, [field]: id } })),
    );
    expect([real, real?.errors]).toEqual([none, []]);
    expect(JSON.stringify(real?.data)).toMatch(/"code":"[A-Z_]+"/);
  });

  test('and whoever may see it is told why they may not change it', async () => {
    expect([
      await mutate(subgraph, [erik, 'updateEmployer'], { employerId: ids.employer, branch: 'x' }),
      await mutate(subgraph, [mayor, 'updateEmployer'], { employerId: ids.employer, branch: 'x' }),
      await mutate(subgraph, [mayor, 'answerLead'], { leadId: ids.lead, answer: 'NO_NEED_NOW' }),
      await mutate(subgraph, [anna, 'closeVacancy'], { vacancyId: ids.vacancy, reason: 'EXPIRED' }),
    ]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});
