import { expect, test } from '@jest/globals';
import { careTeams } from '#shared/care-team.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { Log } from '#shared/log.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { subgraphUnderTest } from './subgraph.ts';

const ofCase = { caseId: 'c-ada', personId: 'p-ada', projectId: 'eh', municipality: '06431006' };

/** What every service that authorises by care teams knows of them. */
export function careTeamContract<Context extends object>(
  name: ServiceName,
  build: (documents: Documents, log: Log) => Service<Context>,
): void {
  test('a case delivered twice has one care team, which changes, closes and opens again in order', async () => {
    await using subgraph = await subgraphUnderTest(name, build);
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
      projectId: 'eh',
      municipality: '06431006',
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
    expect(await team()).toMatchObject({ careTeam: ['anna'], open: true, openedOn: '2026-03-01' });
    expect(await careTeams(subgraph.documents).count({})).toBe(1);
  });
}
