import { expect, test } from '@jest/globals';
import { employerEvents } from '#shared/contracts/employers.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleService } from '../service.ts';
import { disclosureView } from './disclosure.ts';

const ofProposal = {
  proposalId: 'v-1-ada',
  vacancyId: 'v-1',
  employerId: 'bakery',
  personId: 'p-ada',
  caseId: 'c-ada',
};
const disclosures = async ({ documents }: SubgraphUnderTest) =>
  (await disclosureView(documents).find({ where: { personId: 'p-ada' }, first: 10 })).edges.map(
    ({ node: { id, active, over = false } }) => [id, active && !over],
  );
const ofPlacement = { placementId: 'pl-1', employerId: 'bakery', personId: 'p-ada', caseId: 'c-ada' };
const propose = (subgraph: SubgraphUnderTest) =>
  subgraph.deliver(
    employerEvents,
    {
      subject: 'v-1',
      type: 'proposal.made',
      data: { ...ofProposal, proposedOn: '2026-03-01', withLegalNotice: false },
    },
    { times: 2 },
  );

test('a proposal delivered twice names the person to the employer service once', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  await propose(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', true]]);

  await subgraph.deliver(
    employerEvents,
    { subject: 'v-1', type: 'proposal.answered', data: { ...ofProposal, answeredOn: '2026-03-05', answer: 'HIRED' } },
    { times: 2 },
  );
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', true]]);
});

test.each(['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER'])('a proposal answered with %s is over', async (answer) => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  await propose(subgraph);
  await subgraph.deliver(
    employerEvents,
    { subject: 'v-1', type: 'proposal.answered', data: { ...ofProposal, answeredOn: '2026-03-05', answer } },
    { times: 2 },
  );
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', false]]);
});

test('a proposal withdrawn is over', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  await propose(subgraph);
  await subgraph.deliver(
    employerEvents,
    {
      subject: 'v-1',
      type: 'proposal.withdrawn',
      data: { ...ofProposal, withdrawnOn: '2026-03-05', reason: 'VACANCY_CLOSED' },
    },
    { times: 2 },
  );
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', false]]);
});

test('a proposal that ended with its vacancy names the person again when they were hired all the same', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  await propose(subgraph);
  await subgraph.deliver(employerEvents, {
    subject: 'v-1',
    type: 'vacancy.closed',
    data: { vacancyId: 'v-1', employerId: 'bakery', closedOn: '2026-03-05', reason: 'FILLED' },
  });
  await subgraph.deliver(employerEvents, {
    subject: 'v-1',
    type: 'proposal.withdrawn',
    data: { ...ofProposal, withdrawnOn: '2026-03-05', reason: 'VACANCY_CLOSED' },
  });
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', false]]);
  await hire(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/v-1-ada', true]]);
});

const begin = (subgraph: SubgraphUnderTest, from: object = { proposalId: 'v-1-ada' }) =>
  subgraph.deliver(
    employerEvents,
    {
      subject: 'pl-1',
      type: 'placement.started',
      data: { ...ofPlacement, kind: 'INSURED_JOB', subsidisedBy: [], startedOn: '2026-04-01', ...from },
    },
    { times: 2 },
  );
const hire = (subgraph: SubgraphUnderTest) =>
  subgraph.deliver(
    employerEvents,
    { subject: 'v-1', type: 'proposal.answered', data: { ...ofProposal, answeredOn: '2026-03-05', answer: 'HIRED' } },
    { times: 2 },
  );
const end = (subgraph: SubgraphUnderTest) =>
  subgraph.deliver(
    employerEvents,
    {
      subject: 'pl-1',
      type: 'placement.ended',
      data: { ...ofPlacement, endedOn: '2026-05-31', reason: 'BY_PERSON' },
    },
    { times: 2 },
  );
const confirm = (subgraph: SubgraphUnderTest, month: number) =>
  subgraph.deliver(
    employerEvents,
    {
      subject: 'pl-1',
      type: 'placement.continuityConfirmed',
      data: { ...ofPlacement, month, confirmedOn: '2026-10-01' },
    },
    { times: 2 },
  );

test('a placement that started names the person too, also one nobody proposed', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  await begin(subgraph, {});
  expect(await disclosures(subgraph)).toEqual([['p-ada/pl-1', true]]);
  await end(subgraph);
  expect(await disclosures(subgraph)).toEqual([['p-ada/pl-1', false]]);
});

test('a placement that ended is over, and so is the proposal it came from', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  for (const step of [propose, hire, begin]) await step(subgraph);
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', true],
    ['p-ada/v-1-ada', true],
  ]);
  await end(subgraph);
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', false],
    ['p-ada/v-1-ada', false],
  ]);
});

test('heard before the proposal and its answer, the end of a placement stays the end', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  for (const step of [begin, end, propose, hire]) await step(subgraph);
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', false],
    ['p-ada/v-1-ada', false],
  ]);
});

test('after six months nobody follows up, and nobody is named', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  for (const step of [propose, hire, begin]) await step(subgraph);
  await confirm(subgraph, 5);
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', true],
    ['p-ada/v-1-ada', true],
  ]);
  await confirm(subgraph, 6);
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', false],
    ['p-ada/v-1-ada', false],
  ]);
});

test('a placement that was withdrawn names nobody; the proposal does until it is answered otherwise', async () => {
  await using subgraph = await subgraphUnderTest('people', peopleService);
  for (const step of [propose, hire, begin]) await step(subgraph);
  await subgraph.deliver(
    employerEvents,
    {
      subject: 'pl-1',
      type: 'placement.withdrawn',
      data: { ...ofPlacement, withdrawnOn: '2026-04-03', reason: 'NEVER_BEGUN' },
    },
    { times: 2 },
  );
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', false],
    ['p-ada/v-1-ada', true],
  ]);
  await subgraph.deliver(employerEvents, {
    subject: 'v-1',
    type: 'proposal.answered',
    data: { ...ofProposal, answeredOn: '2026-04-03', answer: 'REJECTED_BY_EMPLOYER' },
  });
  expect(await disclosures(subgraph)).toEqual([
    ['p-ada/pl-1', false],
    ['p-ada/v-1-ada', false],
  ]);
});
