import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ProcessName } from '#infra/house/house.ts';
import { services } from '#infra/house/ports.ts';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { openEngines, type Engines } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { at } from '#tests/support/at.ts';
import type { OwnEngines } from '#infra/bench/own-engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { done } from '#tests/support/graph-of.ts';
import { houseUnderTest, type HouseUnderTest } from '#tests/support/house.ts';
import { verify, type Findings } from '#tests/verify/verify.ts';

const EINHAUSEN = '06431006';
const MUTATIONS = 500;
const AT_ONCE = 8;
const order: ProcessName[] = ['cases', 'insights', 'gateway', 'employers', 'people', 'measures'];

/**
 * Repeats one attempt under its key until the house says that it is done, as a good client does after a lost answer.
 */
async function acknowledged(
  house: HouseUnderTest,
  { user, name, input, selection }: { user: string; name: string; input: Record<string, unknown>; selection: string },
): Promise<string> {
  const type = `${(name[0] ?? '').toUpperCase()}${name.slice(1)}Input`;
  const payload = `${selection} { id } refusal { code message }`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${payload} } }`;
  const keyed = { ...input, idempotencyKey: randomUUID() };
  return eventually(async () => {
    const { data } = await house.as(user)(query, { input: keyed });
    expect(at(data, `${name}.refusal`)).toBeNull();
    expect(at(data, `${name}.${selection}.id`)).toEqual(expect.any(String));
    return String(at(data, `${name}.${selection}.id`));
  }, 60_000);
}

/** One process after the other, each as soon as the one before answers again. */
async function killInTurn({ kill, ports }: HouseUnderTest, stopped: AbortSignal): Promise<number> {
  let kills = 0;
  while (!stopped.aborted) {
    const name = order[kills % order.length] ?? 'cases';
    kill(name);
    kills += 1;
    await eventually(async () => expect((await fetch(`http://127.0.0.1:${ports[name]}/readyz`)).ok).toBe(true), 60_000);
  }
  return kills;
}

/** Stores and log of a house that has stopped. */
export async function examined(config: EngineConfig): Promise<Findings> {
  const each = await Promise.all(
    services.map(
      async (service) => [service, await openEngines(service, config, createLog('verify', 'silent'))] as const,
    ),
  );
  // One pair of engines for each name of the list of services.
  const findings = await verify(Object.fromEntries(each) as Record<ServiceName, Engines>);
  for (const [, { documents, events }] of each) await Promise.all([documents.close(), events.close()]);
  return findings;
}

/** Whatever the house stands on. */
export const killedProcesses = (where: string, opened?: () => Promise<OwnEngines>): void =>
  describe(`kill -9 of any process during 500 mutations ${where}`, () => {
    test('every acknowledged mutation has one event, which every listener handles once and in order', async () => {
      const engines = await opened?.();
      await using house = await houseUnderTest(engines);
      const project = await done(house, 'miriam.vogt', {
        name: 'startProject',
        input: { municipality: EINHAUSEN, title: 'Kurze Wege', caseManagerIds: ['anna.berg'], startedOn: '2026-01-05' },
        selection: 'project { id }',
      });
      const projectId = at(project, 'project.id');
      const commands: ((n: number) => Parameters<typeof acknowledged>[1])[] = [
        () => ({
          user: 'anna.berg',
          name: 'holdExchange',
          selection: 'meeting',
          input: { projectId, heldOn: '2026-02-03', participants: ['TOWN_HALL'], topics: ['CLUBS'], items: [] },
        }),
        () => ({
          user: 'rathaus.einhausen',
          name: 'reportLead',
          selection: 'lead',
          input: { municipality: EINHAUSEN, company: 'Ried-Logistik', kind: 'EXPANSION', reportedOn: '2026-02-03' },
        }),
        (n) => ({
          user: 'anna.berg',
          name: 'registerPerson',
          selection: 'person',
          input: {
            customerNumber: `437D${String(n).padStart(6, '0')}`,
            givenName: 'Ada',
            familyName: 'Lenz',
            birthDate: '1980-01-01',
            sex: 'FEMALE',
            municipality: EINHAUSEN,
          },
        }),
        () => ({
          user: 'carla.stein',
          name: 'registerEmployer',
          selection: 'employer',
          input: { kind: 'COMPANY', name: 'Ried-Logistik', municipality: EINHAUSEN },
        }),
      ];
      const killing = new AbortController();
      const killed = killInTurn(house, killing.signal);
      const ids: string[] = [];
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let n = next++; n < MUTATIONS; n = next++) {
          const command = commands[n % commands.length]?.(n);
          if (command) ids.push(await acknowledged(house, command));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker)).finally(() => killing.abort());
      const kills = await killed;
      expect([new Set(ids).size, kills >= 3]).toEqual([MUTATIONS, true]);

      // Nobody mutates any more; what was committed still has to reach every service.
      const findings = await eventually(async () => {
        const found = await examined(engines?.config ?? { dataDir: house.dataDir, prefix: '' });
        expect(found.problems).toEqual([]);
        return found;
      }, 60_000);
      // The project, and one event for each of the 500.
      expect(findings.aggregates).toBe(MUTATIONS + 1);
    });
  });
