import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { contracts } from '#shared/contracts/contracts.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { servicePorts, type ServiceName } from '#shared/settings/settings.ts';
import { at } from '#tests/support/at.ts';
import { asked } from '#tests/support/graph-of.ts';
import { houseUnderTest, type HouseUnderTest } from '#tests/support/house.ts';
import { isSame } from '../../services/insights/rebuild/compare-view-sets.ts';
import { rebuild, type Rebuilt } from '../../services/insights/rebuild/rebuild.ts';
import { verify, type Findings, type HouseEngines } from '../verify/verify.ts';

jest.setTimeout(120_000);

/**
 * What a house of version 0.1 left in its data folder when it was stopped: the journey of one municipal project, and
 * more.
 */
const left = new URL('./house-0.1/', import.meta.url);
const EINHAUSEN = '06431006';

async function unpack(folder: string): Promise<void> {
  for (const file of await readdir(left))
    await writeFile(join(folder, basename(file, '.gz')), await promisify(gunzip)(await readFile(new URL(file, left))));
}

async function rebuildIn(folder: string): Promise<Rebuilt | undefined> {
  const [documents, events] = [
    sqliteDocuments(join(folder, 'insights.sqlite')),
    sqliteEvents(join(folder, 'events.sqlite')),
  ];
  try {
    return await rebuild(
      { documents, events },
      {
        log: createLog('insights', 'silent'),
        clock: () => new Date(),
        holder: 'test',
        stop: new AbortController().signal,
        onProgress: () => undefined,
        graceMs: 0,
      },
    );
  } finally {
    await events.close();
    await documents.close();
  }
}

async function verifyIn(folder: string): Promise<Findings> {
  const events = sqliteEvents(join(folder, 'events.sqlite'));
  // The names of the services are those of the ports.
  const engines = (Object.keys(servicePorts) as ServiceName[]).map(
    (service) => [service, { documents: sqliteDocuments(join(folder, `${service}.sqlite`)), events }] as const,
  );
  try {
    // One pair of engines for each service.
    return await verify(Object.fromEntries(engines) as HouseEngines);
  } finally {
    for (const [, { documents }] of engines) await documents.close();
    await events.close();
  }
}

const names = (timeline: unknown): string[] =>
  (at(timeline, 'edges') as { node: { name: string } }[]).map(({ node }) => node.name);

const differing = (rebuilt: Rebuilt | undefined) => rebuilt?.compared.filter((each) => !isSame(each));

describe('a house that version 0.1 has left', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-upgrade-'));
    await unpack(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('has on its log every event name that is another one today', async () => {
    const events = sqliteEvents(join(folder, 'events.sqlite'));
    const logged = new Set<string>();
    for (const { topic } of contracts)
      for await (const delivery of events.read(topic)) if ('message' in delivery) logged.add(delivery.message.type);
    await events.close();
    const former = contracts.flatMap(({ formerNames = [] }) => formerNames.map((each) => each.former));
    expect(former.filter((name) => !logged.has(name))).toEqual([]);
  });

  test('is built again the same without having been started', async () => {
    const rebuilt = await rebuildIn(folder);
    expect(rebuilt).toMatchObject({ events: 49, leftOut: 0, unheard: 0 });
    expect(differing(rebuilt)).toEqual([]);
    expect(await verifyIn(folder)).toEqual({ events: 49, aggregates: 18, problems: [] });
  });
});

describe('a house of today on what version 0.1 has left', () => {
  let house: HouseUnderTest;
  beforeAll(async () => {
    house = await houseUnderTest(undefined, unpack);
  });
  afterAll(async () => house[Symbol.asyncDispose]());

  test('shows the report as it was', async () => {
    const answer = await asked(
      house,
      'miriam.vogt',
      `query($ags: ID!) { projectReports(municipality: $ags, from: "2026-08-01", to: "2026-11-30") {
        figures { code count }
        proposals { events { edges { node { name occurredOn } } } }
      } }`,
      { ags: EINHAUSEN },
    );
    const counts = at(answer, 'projectReports.0.figures') as { code: string; count: number }[];
    expect(Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]))).toEqual(
      {
        RECIPIENTS: 2,
        TALKS_HELD: 1,
        PEOPLE_REACHED: 1,
        CASES_OPENED: 2,
        ASSESSMENTS: 1,
        PLANS_AGREED: 1,
        MEASURES_AGREED: 2,
        MEASURES_STARTED: 1,
        MEASURES_ENDED: 1,
        REFERRALS_SENT: 1,
        PROPOSALS: 2,
        PLACEMENTS: 1,
        INTEGRATIONS: 1,
        LEADS_REPORTED: 1,
        LEADS_ANSWERED: 1,
      },
    );
    expect(at(answer, 'projectReports.0.proposals.events.edges')).toEqual([
      { node: { name: 'proposal.made', occurredOn: '2026-09-04' } },
      { node: { name: 'proposal.made', occurredOn: '2026-09-09' } },
    ]);
  });

  test('tells the cases under the present names of events', async () => {
    const answer = await asked(
      house,
      'anna.berg',
      `query($ags: ID!) { persons(filter: { municipality: $ags }) { edges { node {
        cases { timeline(first: 50) { edges { node { name } } } }
      } } } }`,
      { ags: EINHAUSEN },
    );
    expect(names(at(answer, 'persons.edges.0.node.cases.0.timeline'))).toEqual([
      'case.opened',
      'interview.invited',
      'interview.held',
      'potential.assessed',
      'plan.agreed',
      'plan.handedOver',
      'enrolment.agreed',
      'proposal.made',
      'proposal.answered',
      'placement.started',
      'enrolment.started',
      'placement.continuityConfirmed',
      'enrolment.ended',
      'placement.ended',
    ]);
    expect(names(at(answer, 'persons.edges.1.node.cases.0.timeline'))).toEqual([
      'case.opened',
      'referral.sent',
      'proposal.made',
      'proposal.withdrawn',
      'proposal.made',
      'proposal.withdrawn',
      'placement.started',
      'enrolment.proposed',
      'enrolment.agreed',
      'enrolment.withdrawn',
      'placement.continuityConfirmed',
      'placement.withdrawn',
    ]);
  });

  test('is built again the same while it runs, and holds what the events say when it has stopped', async () => {
    expect(differing(await rebuildIn(house.dataDir))).toEqual([]);
    await house.stop();
    expect(await verifyIn(house.dataDir)).toEqual({ events: 49, aggregates: 18, problems: [] });
  });
});
