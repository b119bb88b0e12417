import { expect, test } from '@jest/globals';
import { employerEvents } from '#shared/contracts/employers.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { measuresService } from '../service.ts';
import { placementsByPerson, reportedPlacements } from './placement.ts';

test('a placement delivered twice is known once, without what would tell of a disability, and ends', async () => {
  await using subgraph = await subgraphUnderTest('measures', measuresService);
  const placement = { placementId: 'pl-1', employerId: 'e-1', personId: 'p-ada', caseId: 'c-ada' };
  const seen = () => reportedPlacements(subgraph.documents).get('pl-1');

  await subgraph.deliver(
    employerEvents,
    {
      subject: 'pl-1',
      type: 'placement.started',
      data: { ...placement, kind: 'INSURED_JOB', subsidisedBy: ['P16I', 'P90_EGZ_SB'], startedOn: '2026-03-02' },
    },
    { times: 2 },
  );
  expect(await seen()).toEqual({
    id: 'pl-1',
    personId: 'p-ada',
    kind: 'INSURED_JOB',
    fundedBy: ['P16I'],
    startedOn: '2026-03-02',
  });

  await subgraph.deliver(
    employerEvents,
    { subject: 'pl-1', type: 'placement.ended', data: { ...placement, endedOn: '2026-08-31', reason: 'OTHER' } },
    { times: 2 },
  );
  expect(await seen()).toEqual({
    id: 'pl-1',
    personId: 'p-ada',
    kind: 'INSURED_JOB',
    fundedBy: ['P16I'],
    startedOn: '2026-03-02',
    endedOn: '2026-08-31',
  });
});

test("a placement that was withdrawn is nobody's work any more, also when that is delivered twice", async () => {
  await using subgraph = await subgraphUnderTest('measures', measuresService);
  const placement = { placementId: 'pl-1', employerId: 'e-1', personId: 'p-ada', caseId: 'c-ada' };
  const placements = reportedPlacements(subgraph.documents);
  const asked = async () => (await placementsByPerson(placements).load('p-ada')).map(({ id }) => id);
  await subgraph.deliver(employerEvents, {
    subject: 'pl-1',
    type: 'placement.started',
    data: { ...placement, kind: 'PUBLICLY_FUNDED', subsidisedBy: ['P16I'], startedOn: '2026-03-02' },
  });
  expect(await asked()).toEqual(['pl-1']);
  await subgraph.deliver(
    employerEvents,
    {
      subject: 'pl-1',
      type: 'placement.withdrawn',
      data: { ...placement, withdrawnOn: '2026-03-09', reason: 'MISTAKE' },
    },
    { times: 2 },
  );
  expect(await asked()).toEqual([]);
});
