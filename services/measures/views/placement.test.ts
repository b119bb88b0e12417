import { expect, test } from '@jest/globals';
import { employerEvents } from '#shared/contracts/employers.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { measuresService } from '../service.ts';
import { placementsByPerson, reportedPlacements } from './placement.ts';

const facts = { placementId: 'pl-1', employerId: 'e-1', personId: 'p-ada', caseId: 'c-ada' };
const reported = {
  id: 'pl-1',
  personId: 'p-ada',
  kind: 'INSURED_JOB',
  fundedBy: ['P16I'],
  startedOn: '2026-03-02',
};

test('a placement delivered twice is known once, without what would tell of a disability, and ends', async () => {
  await using subgraph = await subgraphUnderTest('measures', measuresService);
  const stored = () => reportedPlacements(subgraph.documents).get('pl-1');

  const start = { ...facts, kind: 'INSURED_JOB', subsidisedBy: ['P16I', 'P90_EGZ_SB'], startedOn: '2026-03-02' };
  await subgraph.deliver(employerEvents, { subject: 'pl-1', type: 'placement.started', data: start }, { times: 2 });
  expect(await stored()).toEqual(reported);

  const end = { ...facts, endedOn: '2026-08-31', reason: 'OTHER' };
  await subgraph.deliver(employerEvents, { subject: 'pl-1', type: 'placement.ended', data: end }, { times: 2 });
  expect(await stored()).toEqual({ ...reported, endedOn: '2026-08-31' });
});

test("a placement that was withdrawn is nobody's work any more, also when that is delivered twice", async () => {
  await using subgraph = await subgraphUnderTest('measures', measuresService);
  const placements = reportedPlacements(subgraph.documents);
  const idsOfAda = async () => (await placementsByPerson(placements).load('p-ada')).map(({ id }) => id);
  const start = { ...facts, kind: 'PUBLICLY_FUNDED', subsidisedBy: ['P16I'], startedOn: '2026-03-02' };
  await subgraph.deliver(employerEvents, { subject: 'pl-1', type: 'placement.started', data: start });
  expect(await idsOfAda()).toEqual(['pl-1']);
  const withdrawal = { ...facts, withdrawnOn: '2026-03-09', reason: 'MISTAKE' };
  await subgraph.deliver(
    employerEvents,
    { subject: 'pl-1', type: 'placement.withdrawn', data: withdrawal },
    { times: 2 },
  );
  expect(await idsOfAda()).toEqual([]);
});
