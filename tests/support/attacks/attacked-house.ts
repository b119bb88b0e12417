import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localIssuer, type LocalIssuer } from '../../../gateway/issuer/local-issuer.ts';
import { demoUsers, type DemoUser } from '../../../gateway/issuer/demo-users.ts';
import { examined } from '#tests/faults/killed-processes.ts';
import { eventually } from '#tests/support/eventually.ts';
import { clientOf, houseUnderTest, type HouseUnderTest } from '#tests/support/house.ts';
import { EINHAUSEN, FUERTH, furnishHouse, type FurnishedIds } from './furnishing.ts';
import { layLures, type Lures } from './lures.ts';
import { openHouseStores, type HouseStores } from './stores.ts';

export type AttackedHouse = Pick<HouseUnderTest, 'url' | 'ports' | 'dataDir' | 'pids'> & {
  known: FurnishedIds & Lures;
  tokenOf: (user: string) => Promise<string>;
  /**
   * The key of callers' tokens, and the one of the tokens between gateway and services: some attackers have stolen
   * them.
   */
  keys: { issuer: KeyObject; internal: KeyObject };
  stores: HouseStores;
  close: () => Promise<void>;
};

/** Who is nobody's demo user, but could work here. */
const strangers: Omit<DemoUser, 'may' | 'label'>[] = [
  // A colleague in the same municipality who does not look after the person.
  { id: 'kai.neu', role: 'CASE_MANAGER', municipalities: [EINHAUSEN] },
  // A provider of other measures.
  { id: 'petra.fremd', role: 'PROVIDER', municipalities: [], providerId: 'andere-schule' },
  // A team lead of another municipality.
  { id: 'tina.fern', role: 'TEAM_LEAD', municipalities: [FUERTH] },
];

/**
 * A whole house as an administration runs it, with an identity provider: no tokens for whoever asks, no schema to read.
 */
export async function startAttackedHouse(): Promise<AttackedHouse> {
  // Engines of its own, and a log that holds as much as an administration would keep.
  const house = await houseUnderTest({
    env: { LOG_LEVEL: 'info' },
    config: { dataDir: '', prefix: '' },
    remove: async () => undefined,
  });
  const { issue } = await localIssuer(house.dataDir);
  const tokenOf = tokensBy(issue);
  const known = await furnishHouse(house);
  const lures = await layLures({ ...house, as: clientOf(house.url, tokenOf) }, known.projectId);
  await waitUntilSettled(house);
  const stores = await openHouseStores(house.dataDir);
  const key = (name: string): KeyObject =>
    createPrivateKey(readFileSync(join(house.dataDir, 'keys', `${name}.private.pem`)));
  return {
    ...house,
    known: { ...known, ...lures },
    stores,
    tokenOf,
    keys: { issuer: key('issuer'), internal: key('internal') },
    close: async () => {
      await stores.close();
      await house[Symbol.asyncDispose]();
    },
  };
}

function tokensBy(issue: LocalIssuer['issue']): (user: string) => Promise<string> {
  const tokens = new Map<string, Promise<string>>();
  return (id) => {
    const user = [...demoUsers, ...strangers].find((each) => each.id === id);
    if (!user) throw new Error(`nobody is called ${id}`);
    const token = tokens.get(id) ?? issue(user).then((issued) => issued.token);
    tokens.set(id, token);
    return token;
  };
}

/** Waits until everybody has heard every event: then nothing changes but by an attack. */
export function waitUntilSettled({ dataDir }: Pick<HouseUnderTest, 'dataDir'>): Promise<void> {
  return eventually(async () => {
    const { problems } = await examined({ dataDir, prefix: '' });
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }, 30_000);
}
