import { cp, mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { servicePorts, type ServiceName } from '#shared/settings/settings.ts';
import { consume } from '#shared/delivery/consume.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Collection, Decision, Identified } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { publishPending } from '#shared/delivery/publish-pending.ts';
import { eventually } from '#tests/support/eventually.ts';
import { benefitUnitSchema } from '../../services/people/benefit-unit/benefit-unit.schema.ts';
import { household } from '../../services/people/commands/ada.fixture.ts';
import { startBenefit } from '../../services/people/commands/benefit-unit/start-benefit.ts';
import { endBenefit } from '../../services/people/commands/benefit-unit/end-benefit.ts';
import { formBenefitUnit } from '../../services/people/commands/benefit-unit/form-benefit-unit.ts';
import { projectSchema } from '../../services/cases/project/project.schema.ts';
import { project } from '../../services/cases/cases.fixture.ts';
import { startProject } from '../../services/cases/commands/project/start-project.ts';
import { declareService } from './declared.ts';
import { verify, type HouseEngines } from './verify.ts';

const today = '2026-09-30';
// The names of the services are those of the ports.
const services = Object.keys(servicePorts) as ServiceName[];
const log = createLog('verify', 'silent');

function houseIn(folder: string): HouseEngines & { close: () => Promise<void> } {
  const events = sqliteEvents(join(folder, 'events.sqlite'));
  const opened = services.map(
    (service) => [service, { documents: sqliteDocuments(join(folder, `${service}.sqlite`)), events }] as const,
  );
  const close = async (): Promise<void> => {
    for (const [, { documents }] of opened) await documents.close();
    await events.close();
  };
  // One pair of engines for each service.
  return { ...(Object.fromEntries(opened) as HouseEngines), close };
}

/** Two households in receipt and a project, said, relayed, and heard by every service that listens. */
async function livedIn(folder: string): Promise<void> {
  const house = houseIn(folder);
  const said = async <State extends Identified>(
    collection: Collection<State>,
    decisions: Decision<State>[],
  ): Promise<void> => {
    for (const decision of decisions)
      await collection.change(decision.state.id, () => decision, { requestId: 'r-1', at: '2026-03-01T09:00:00.000Z' });
    await publishPending(collection, house.people.events);
  };
  const units = ['bg-1', 'bg-2'].flatMap((id, number) => {
    const members = household.members.map(({ personId, role }) => ({ personId: `${personId}-${number}`, role }));
    const formed = formBenefitUnit(null, {
      id,
      number: `43705BG000000${number}`,
      municipality: household.municipality,
      formedOn: household.formedOn,
      members,
      today,
    });
    const started = startBenefit(formed.state, { startedOn: '2024-03-01', today });
    return [formed, started, endBenefit(started.state, { endedOn: '2025-02-28', reason: 'WORK', today })];
  });
  await said(house.people.documents.collection('benefit-units', benefitUnitSchema, peopleEvents), units);
  await said(house.cases.documents.collection('projects', projectSchema, caseEvents), [
    startProject(null, { ...project, projectId: 'gr', today }),
  ]);
  for (const service of services) {
    const { consumer, documents } = declareService(service, house[service].documents);
    const consuming = await consume(consumer, { group: service, documents, events: house[service].events, log });
    await eventually(async () =>
      expect(
        await house.people.events.lag(
          service,
          consumer.contracts.map(({ topic }) => topic),
        ),
      ).toBe(0),
    );
    await consuming.stop();
  }
  await house.close();
}

describe('the verifier of stores and log', () => {
  let sound: string;
  let folder: string;
  beforeAll(async () => {
    sound = await mkdtemp(join(tmpdir(), 'kurze-wege-sound-'));
    await livedIn(sound);
  });
  afterAll(() => rm(sound, { recursive: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-planted-'));
    await cp(sound, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const findings = async () => {
    const house = houseIn(folder);
    return verify(house).finally(() => house.close());
  };
  const plant = (file: string, sql: string): void => {
    const db = new DatabaseSync(join(folder, `${file}.sqlite`));
    db.exec(sql);
    db.close();
  };

  test('finds nothing in a sound house', async () => {
    expect(await findings()).toEqual({ events: 7, aggregates: 3, problems: [] });
  });

  const notHeard = (service: string, handled: number, logged = 3) =>
    `${service} has handled ${handled} of ${logged} events of bg-1 in people`;
  test.each([
    [
      'an aggregate of which every event is lost',
      'events',
      `DELETE FROM log WHERE key = 'bg-1'`,
      ['benefit-units bg-1: revision 3, but 0 events in the log'],
    ],
    [
      'the last event lost',
      'events',
      `DELETE FROM log WHERE key = 'bg-1' AND message LIKE '%"bg-1.3"%'`,
      [
        'benefit-units bg-1: revision 3, but 2 events in the log',
        notHeard('cases', 3, 2),
        notHeard('employers', 3, 2),
        notHeard('insights', 3, 2),
      ],
    ],
    [
      'a gap',
      'events',
      `DELETE FROM log WHERE key = 'bg-1' AND message LIKE '%"bg-1.2"%'`,
      ['people.events: bg-1.3 follows sequence 1'],
    ],
    [
      'the wrong order',
      'events',
      `UPDATE log SET position = position + 1000 WHERE key = 'bg-1' AND message LIKE '%"bg-1.2"%'`,
      ['people.events: bg-1.3 follows sequence 1', 'people.events: bg-1.2 follows sequence 3'],
    ],
    [
      'bytes that are no event',
      'events',
      `INSERT INTO log (topic, key, message) VALUES ('people.events', 'bg-1', 'ä')`,
      [expect.stringContaining('people.events: unreadable event at')],
    ],
    [
      'events that no aggregate has said',
      'people',
      `DELETE FROM "benefit-units" WHERE id = 'bg-1'`,
      ['events of bg-1, which no aggregate has said'],
    ],
    [
      'a change without its event',
      'people',
      `UPDATE "benefit-units" SET revision = 4 WHERE id = 'bg-1'`,
      ['benefit-units bg-1: revision 4, but 3 events in the log'],
    ],
    [
      'an event that was never sent',
      'people',
      `UPDATE "benefit-units" SET outbox = '[{}]' WHERE id = 'bg-1'`,
      ['benefit-units bg-1: 1 events wait in the outbox'],
    ],
    [
      'an event a service has not handled',
      'insights',
      `UPDATE handled SET state = json_set(state, '$.sequence', 2) WHERE id = 'bg-1'`,
      [notHeard('insights', 2)],
    ],
    [
      'a service that has handled nothing',
      'cases',
      'DELETE FROM handled',
      [notHeard('cases', 0), notHeard('cases', 0).replace('bg-1', 'bg-2')],
    ],
    [
      'a parked aggregate',
      'cases',
      `INSERT INTO parked VALUES ('bg-1', 1, '{"id":"bg-1","reason":"GAP","waiting":[{}]}', '[]', '[]', '{}')`,
      ['cases has parked bg-1: GAP, 1 events wait'],
    ],
    [
      'an effect had twice',
      'insights',
      `UPDATE "known-units-a" SET state = json_set(state, '$.benefits', json_array(json_extract(state, ` +
        `'$.benefits[0]'), json_extract(state, '$.benefits[0]'))) WHERE id = 'bg-1'`,
      ['insights: known-units-a bg-1 is not what the events make of it'],
    ],
    [
      'an effect lost',
      'insights',
      `DELETE FROM "known-units-a" WHERE id = 'bg-1'`,
      ['insights: known-units-a bg-1 is missing'],
    ],
    [
      'an effect of nothing',
      'insights',
      `INSERT INTO "known-units-a" SELECT 'bg-9', revision, json_set(state, '$.id', 'bg-9'), outbox, answered, ` +
        `seen FROM "known-units-a" WHERE id = 'bg-1'`,
      ['insights: known-units-a bg-9 stems from no event'],
    ],
  ])('finds %s', async (...[, file, sql, problems]) => {
    plant(file, sql);
    expect((await findings()).problems).toEqual(problems);
  });
});
