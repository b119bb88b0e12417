import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { anna, carla, einhausen, erik, jonas, kurs, lenz, mayor, olaf, rimbach } from '#tests/support/actors.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import {
  addLead,
  employersUnderTest,
  carryOut,
  openCaseOf,
  proposeToAda,
  recordAnswer,
  startWork,
} from './graph.fixture.ts';

const mayorElsewhere: Actor = { ...mayor, id: 'rathaus.rimbach', municipalities: [rimbach] };
const strangers = [mayorElsewhere, kurs, olaf, lenz];
/** Those who work with people, but not with Ada. */
const colleagues = [jonas, erik];

type Thing = 'employer' | 'lead' | 'vacancy' | 'proposal' | 'placement' | 'person' | 'case';
type Request = [thing: Thing, who: readonly Actor[], request: string, more?: Record<string, unknown>];

const lookedUp: Request[] = [
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
const changes: Request[] = [
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
    subgraph = await employersUnderTest();
    const { employerId, vacancyId, proposalId } = await proposeToAda(subgraph);
    await openCaseOf(subgraph, 'p-ben');
    await recordAnswer(subgraph, proposalId, { by: anna, code: 'HIRED' });
    ids = {
      employer: employerId,
      vacancy: vacancyId,
      proposal: proposalId,
      placement: await startWork(subgraph, anna, { employerId, vacancyId, proposalId }),
      lead: await addLead(subgraph, mayor, { company: 'Ried', kind: 'EXPANSION' }),
      person: 'p-ada',
      case: 'c-p-ada',
    };
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  test.each(byWhom(lookedUp))('nobody learns of it by looking for it, %s', async (_name, who, [thing, , query]) => {
    const [existing, missing] = await Promise.all(
      [ids[thing], 'none'].map((id) => subgraph.as(who).run(query, { id })),
    );
    expect([existing, existing?.errors.length]).toEqual([missing, 1]);
  });

  test.each(byWhom(entities))(
    'nobody learns of it by reference, %s',
    async (_name, who, [thing, , __typename, selection]) => {
      const [existing, missing] = await Promise.all(
        [ids[thing], 'none'].map((id) => subgraph.as(who).entity({ __typename, id }, selection)),
      );
      expect([existing, (existing?.errors.length ?? 0) > 0]).toEqual([missing, true]);
    },
  );

  test.each(byWhom(changes))(
    'nobody learns of it by changing it, %s',
    async (_name, who, [thing, , change, more = {}]) => {
      const [mutation = '', field = ''] = change.split(' ');
      const own = Object.fromEntries(
        Object.entries(more).map(([name, value]) => [
          name,
          value === 'own' ? ids[name === 'vacancyId' ? 'vacancy' : 'employer'] : value,
        ]),
      );
      const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { refusal { code message } } }`;
      const [existing, missing] = await Promise.all(
        [ids[thing], 'none'].map((id) => subgraph.as(who).run(query, { input: { ...own, [field]: id } })),
      );
      expect([existing, existing?.errors]).toEqual([missing, []]);
      expect(JSON.stringify(existing?.data)).toMatch(/"code":"[A-Z_]+"/);
    },
  );

  test('whoever may see something is told why they may not change it', async () => {
    expect([
      await carryOut(subgraph, [erik, 'updateEmployer'], { employerId: ids.employer, branch: 'x' }),
      await carryOut(subgraph, [mayor, 'updateEmployer'], { employerId: ids.employer, branch: 'x' }),
      await carryOut(subgraph, [mayor, 'answerLead'], { leadId: ids.lead, answer: 'NO_NEED_NOW' }),
      await carryOut(subgraph, [anna, 'closeVacancy'], { vacancyId: ids.vacancy, reason: 'EXPIRED' }),
    ]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});
