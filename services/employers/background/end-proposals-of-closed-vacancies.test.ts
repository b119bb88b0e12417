import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { requireFound } from '#shared/graph/answer.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { closeVacancy } from '../commands/vacancy/close-vacancy.ts';
import { hiredProposal, proposalToBen, testDay, vacancyWith } from '../employers.fixture.ts';
import { endProposalsOfClosedVacancies } from './end-proposals-of-closed-vacancies.ts';
import { isOpenProposal, type Proposal } from '../vacancy/proposal.ts';
import type { Vacancy } from '../vacancy/vacancy.ts';
import { vacancySchema } from '../vacancy/vacancy.schema.ts';

const stamp: Stamp = { requestId: 'r-1', at: '2026-03-10T10:00:00.000Z' };
const registered = {
  vacancyId: 'v-1',
  employerId: 'e-1',
  municipality: '06431006',
  occupation: '54101',
  hoursPerWeek: 20,
  posts: 1,
  startsOn: '2026-03-15',
  registeredOn: '2026-03-01',
};
const proposals = (number: number): Proposal[] =>
  Array.from({ length: number }, (_, at) => ({
    ...proposalToBen,
    id: `pr-${at}`,
    personId: `p-${at}`,
    caseId: `c-${at}`,
  }));

describe('proposals that a closing left open', () => {
  let folder: string;
  let documents: Documents;
  let vacancies: Collection<Vacancy>;
  /** The process as it is started again: nothing is left of the one before but the store. */
  const start = (): void => {
    documents = sqliteDocuments(join(folder, 'employers.sqlite'));
    vacancies = documents.collection('vacancies', vacancySchema, employerEvents);
  };
  const stored = (vacancy: Vacancy) =>
    vacancies.change(
      'v-1',
      () => ({ state: vacancy, events: [{ type: 'vacancy.registered', data: registered }] }),
      stamp,
    );
  const close = () =>
    vacancies.change(
      'v-1',
      (known) =>
        closeVacancy(requireFound(known, 'The vacancy'), { reason: 'EXPIRED', closedOn: testDay, today: testDay }),
      stamp,
    );
  const open = async (): Promise<number> =>
    requireFound(await vacancies.get('v-1'), 'The vacancy').proposals.filter(isOpenProposal).length;
  const ends = async (): Promise<unknown[]> =>
    (await vacancies.pendingEvents(500))
      .filter(({ type }) => type === 'proposal.withdrawn')
      .map(({ data }) => data.proposalId);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-left-open-'));
    start();
  });
  afterEach(async () => {
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('end after a crash, each once, however often that is looked after', async () => {
    await stored(vacancyWith(...proposals(120)));
    await close();
    expect(await open()).toBe(70);
    await documents.close();

    start();
    const end = endProposalsOfClosedVacancies(vacancies);
    await end();
    expect(await open()).toBe(0);
    await Promise.all([end(), end(), endProposalsOfClosedVacancies(vacancies)()]);
    expect((await ends()).sort()).toEqual(
      proposals(120)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('end without a crash, in the next round', async () => {
    const end = endProposalsOfClosedVacancies(vacancies);
    await end();
    await stored(vacancyWith(...proposals(60)));
    await close();
    await end();
    expect([await open(), (await vacancies.get('v-1'))?.proposalsToEnd]).toEqual([0, undefined]);
  });

  test('end where the vacancy was closed before a closing ended anything', async () => {
    await stored({
      ...vacancyWith(hiredProposal, ...proposals(3)),
      closed: { reason: 'FILLED', closedOn: '2026-03-08' },
    });
    await endProposalsOfClosedVacancies(vacancies)();
    expect([await open(), await ends(), (await vacancies.get('v-1'))?.proposals[0]]).toEqual([
      0,
      ['pr-0', 'pr-1', 'pr-2'],
      hiredProposal,
    ]);
  });

  test('end when the log is back, where there was no more room for what they say', async () => {
    await stored(vacancyWith(...proposals(300)));
    await close();
    const end = endProposalsOfClosedVacancies(vacancies);
    for (let rounds = 0; (await open()) > 0 && rounds < 10; rounds += 1) {
      await end().catch(() => undefined);
      await vacancies.markPublished(await vacancies.pendingEvents(500));
    }
    expect(await open()).toBe(0);
  });

  test('while the vacancy is open nothing ends', async () => {
    await stored(vacancyWith(...proposals(2)));
    await endProposalsOfClosedVacancies(vacancies)();
    expect(await open()).toBe(2);
  });
});
