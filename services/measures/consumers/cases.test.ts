import { expect, test } from '@jest/globals';
import { careTeams } from '#shared/care-team.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { measuresService } from '../service.ts';

const ofCase = { caseId: 'c-ada', personId: 'p-ada', projectId: 'gr', municipality: '06431010' };

test('a case delivered twice has one care team, which changes, closes and opens again in order', async () => {
  await using subgraph = await subgraphUnderTest('measures', measuresService);
  const told = { subject: 'c-ada' };
  const team = () => careTeams(subgraph.documents).get('c-ada');

  await subgraph.deliver(
    caseEvents,
    {
      ...told,
      type: 'case.opened',
      data: { ...ofCase, contactId: 'anna', careTeam: ['anna'], openedOn: '2026-03-01' },
    },
    { times: 2 },
  );
  await subgraph.deliver(
    caseEvents,
    {
      ...told,
      type: 'case.careTeamChanged',
      data: { ...ofCase, contactId: 'jonas', careTeam: ['jonas', 'anna'], changedOn: '2026-03-02' },
    },
    { times: 2 },
  );
  expect(await team()).toEqual({
    id: 'c-ada',
    personId: 'p-ada',
    projectId: 'gr',
    municipality: '06431010',
    contactId: 'jonas',
    careTeam: ['jonas', 'anna'],
    open: true,
    openedOn: '2026-03-01',
  });

  await subgraph.deliver(
    caseEvents,
    { ...told, type: 'case.closed', data: { ...ofCase, closedOn: '2026-04-01', reason: 'FOUND_WORK' } },
    { times: 2 },
  );
  expect(await team()).toMatchObject({ careTeam: ['jonas', 'anna'], open: false });

  await subgraph.deliver(
    caseEvents,
    {
      ...told,
      type: 'case.reopened',
      data: { ...ofCase, contactId: 'anna', careTeam: ['anna'], reopenedOn: '2026-05-01' },
    },
    { times: 2 },
  );
  expect(await team()).toMatchObject({ careTeam: ['anna'], open: true });
});
