import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { requireFound } from '#shared/graph/answer.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { closeVacancy } from '../commands/vacancy/close-vacancy.ts';
import { hiredProposal, manyProposals, testDay, vacancyRegistered, vacancyWith } from '../employers.fixture.ts';
import { endProposalsOfClosedVacancies } from './end-proposals-of-closed-vacancies.ts';
import { isOpenProposal } from '../vacancy/proposal.ts';
import type { Vacancy } from '../vacancy/vacancy.ts';
import { vacancySchema } from '../vacancy/vacancy.schema.ts';

const stamp: Stamp = { requestId: 'r-1', at: '2026-03-10T10:00:00.000Z' };
describe('open proposals of a closed vacancy', () => {
  let folder: string;
  let documents: Documents;
  let vacancies: Collection<Vacancy>;
  /** Starts the process again: of the one before, only the store remains. */
  const start = (): void => {
    documents = sqliteDocuments(join(folder, 'employers.sqlite'));
    vacancies = documents.collection('vacancies', vacancySchema, employerEvents);
  };
  const store = (vacancy: Vacancy) =>
    vacancies.change('v-1', () => ({ state: vacancy, events: [vacancyRegistered] }), stamp);
  const close = () =>
    vacancies.change(
      'v-1',
      (existing) =>
        closeVacancy(requireFound(existing, 'The vacancy'), { reason: 'EXPIRED', closedOn: testDay, today: testDay }),
      stamp,
    );
  const openProposals = async (): Promise<number> =>
    requireFound(await vacancies.get('v-1'), 'The vacancy').proposals.filter(isOpenProposal).length;
  const endedProposals = async (): Promise<unknown[]> =>
    (await vacancies.pendingEvents(500))
      .filter(({ type }) => type === 'proposal.withdrawn')
      .map(({ data }) => data.proposalId);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-open-proposals-'));
    start();
  });
  afterEach(async () => {
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('end after a crash, each once, however many rounds run', async () => {
    await store(vacancyWith(...manyProposals(120)));
    await close();
    expect(await openProposals()).toBe(70);
    await documents.close();

    start();
    const end = endProposalsOfClosedVacancies(vacancies);
    await end();
    expect(await openProposals()).toBe(0);
    await Promise.all([end(), end(), endProposalsOfClosedVacancies(vacancies)()]);
    expect((await endedProposals()).sort()).toEqual(
      manyProposals(120)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('end without a crash, in the next round', async () => {
    const end = endProposalsOfClosedVacancies(vacancies);
    await end();
    await store(vacancyWith(...manyProposals(60)));
    await close();
    await end();
    expect([await openProposals(), (await vacancies.get('v-1'))?.proposalsToEnd]).toEqual([0, undefined]);
  });

  test('end where the vacancy was closed before a closing ended anything', async () => {
    await store({
      ...vacancyWith(hiredProposal, ...manyProposals(3)),
      closed: { reason: 'FILLED', closedOn: '2026-03-08' },
    });
    await endProposalsOfClosedVacancies(vacancies)();
    expect([await openProposals(), await endedProposals(), (await vacancies.get('v-1'))?.proposals[0]]).toEqual([
      0,
      ['pr-0', 'pr-1', 'pr-2'],
      hiredProposal,
    ]);
  });

  test('end when the log is back, where there was no room for more events', async () => {
    await store(vacancyWith(...manyProposals(300)));
    await close();
    const end = endProposalsOfClosedVacancies(vacancies);
    for (let rounds = 0; (await openProposals()) > 0 && rounds < 10; rounds += 1) {
      await end().catch(() => undefined);
      await vacancies.markPublished(await vacancies.pendingEvents(500));
    }
    expect(await openProposals()).toBe(0);
  });

  test('do not end while the vacancy is open', async () => {
    await store(vacancyWith(...manyProposals(2)));
    await endProposalsOfClosedVacancies(vacancies)();
    expect(await openProposals()).toBe(2);
  });
});
