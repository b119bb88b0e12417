import { expect, test } from '@jest/globals';
import type { EventOf } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleUnderTest } from '../resolvers/people.fixture.ts';
import { disclosureView } from './disclosure.ts';

const proposal = {
  proposalId: 'v-1-ada',
  vacancyId: 'v-1',
  employerId: 'bakery',
  personId: 'p-ada',
  caseId: 'c-ada',
};
const placement = { placementId: 'pl-1', employerId: 'bakery', personId: 'p-ada', caseId: 'c-ada' };

const disclosures = async ({ documents }: SubgraphUnderTest) =>
  (await disclosureView(documents).find({ where: { personId: 'p-ada' }, first: 10 })).edges.map(
    ({ node: { id, active, over = false } }) => [id, active && !over],
  );
const tellTwice = (subgraph: SubgraphUnderTest, subject: string, event: EventOf<typeof employerEvents>) =>
  subgraph.deliver(employerEvents, { subject, ...event }, { times: 2 });

const propose = (subgraph: SubgraphUnderTest) =>
  tellTwice(subgraph, 'v-1', {
    type: 'proposal.made',
    data: { ...proposal, proposedOn: '2026-03-01', withLegalNotice: false },
  });
const answer = (subgraph: SubgraphUnderTest, code: string, answeredOn = '2026-03-05') =>
  tellTwice(subgraph, 'v-1', { type: 'proposal.answered', data: { ...proposal, answeredOn, answer: code } });
const hire = (subgraph: SubgraphUnderTest) => answer(subgraph, 'HIRED');
const withdraw = (subgraph: SubgraphUnderTest) =>
  tellTwice(subgraph, 'v-1', {
    type: 'proposal.withdrawn',
    data: { ...proposal, withdrawnOn: '2026-03-05', reason: 'VACANCY_CLOSED' },
  });
const begin = (subgraph: SubgraphUnderTest, source: object = { proposalId: 'v-1-ada' }) =>
  tellTwice(subgraph, 'pl-1', {
    type: 'placement.started',
    data: { ...placement, kind: 'INSURED_JOB', subsidisedBy: [], startedOn: '2026-04-01', ...source },
  });
const confirm = (subgraph: SubgraphUnderTest, month: number) =>
  tellTwice(subgraph, 'pl-1', {
    type: 'placement.continuityConfirmed',
    data: { ...placement, month, confirmedOn: '2026-10-01' },
  });
const end = (subgraph: SubgraphUnderTest) =>
  tellTwice(subgraph, 'pl-1', {
    type: 'placement.ended',
    data: { ...placement, endedOn: '2026-05-31', reason: 'BY_PERSON' },
  });

test('a proposal told twice names the person to the employer service once', async () => {
  await using subgraph = await peopleUnderTest();
  await propose(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', true]]);

  await hire(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', true]]);
});

test.each(['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER'])('a proposal answered with %s is over', async (code) => {
  await using subgraph = await peopleUnderTest();
  await propose(subgraph);
  await answer(subgraph, code);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', false]]);
});

test('a proposal that was withdrawn is over', async () => {
  await using subgraph = await peopleUnderTest();
  await propose(subgraph);
  await withdraw(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', false]]);
});

test('a proposal that ended with its vacancy names the person again when they were hired all the same', async () => {
  await using subgraph = await peopleUnderTest();
  await propose(subgraph);
  await tellTwice(subgraph, 'v-1', {
    type: 'vacancy.closed',
    data: { vacancyId: 'v-1', employerId: 'bakery', closedOn: '2026-03-05', reason: 'FILLED' },
  });
  await withdraw(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', false]]);
  await hire(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', true]]);
});

test('a placement that started names the person too, also one without a proposal', async () => {
  await using subgraph = await peopleUnderTest();
  await begin(subgraph, {});
  expect(await disclosures(subgraph)).toEqual([['p-ada/pl-1', true]]);
  await end(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/pl-1', false]]);
});

const both = (ofPlacement: boolean, ofProposal: boolean) => [
  ['p-ada/pl-1', ofPlacement],
  ['p-ada/v-1-ada', ofProposal],
];

test('a placement that ended is over, and so is the proposal it came from', async () => {
  await using subgraph = await peopleUnderTest();
  for (const step of [propose, hire, begin]) await step(subgraph);
  expect(await disclosures(subgraph)).toEqual(both(true, true));
  await end(subgraph);
  expect(await disclosures(subgraph)).toEqual(both(false, false));
});

test('the end of a placement that is heard before the proposal and its answer stays the end', async () => {
  await using subgraph = await peopleUnderTest();
  for (const step of [begin, end, propose, hire]) await step(subgraph);
  expect(await disclosures(subgraph)).toEqual(both(false, false));
});

test('after six months the employer service follows up no more, and the person is named no more', async () => {
  await using subgraph = await peopleUnderTest();
  for (const step of [propose, hire, begin]) await step(subgraph);
  await confirm(subgraph, 5);
  expect(await disclosures(subgraph)).toEqual(both(true, true));
  await confirm(subgraph, 6);
  expect(await disclosures(subgraph)).toEqual(both(false, false));
});

test('a placement that was withdrawn names nobody; the proposal does until it is answered otherwise', async () => {
  await using subgraph = await peopleUnderTest();
  for (const step of [propose, hire, begin]) await step(subgraph);
  await tellTwice(subgraph, 'pl-1', {
    type: 'placement.withdrawn',
    data: { ...placement, withdrawnOn: '2026-04-03', reason: 'NEVER_BEGUN' },
  });
  expect(await disclosures(subgraph)).toEqual(both(false, true));
  await answer(subgraph, 'REJECTED_BY_EMPLOYER', '2026-04-03');
  expect(await disclosures(subgraph)).toEqual(both(false, false));
});
