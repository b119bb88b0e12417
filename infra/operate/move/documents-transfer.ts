import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from '#shared/settings/settings.ts';
import { mongodbDocuments } from '#shared/documents/mongodb/mongodb.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { databaseOf } from '#shared/service/engines.ts';
import { isAtRest } from '../at-rest.ts';
import { services } from '../../house/ports.ts';
import { MoveRefused, type Comparison } from './fingerprint.ts';
import {
  compareCollection,
  inspectDocuments,
  moveCollection,
  namesFrom,
  type ServiceStores,
  type TargetIds,
} from './move-documents.ts';
import type { OnMoveProgress, Transfer } from './transfer.ts';

/** A lease that no other house can take over, since it does not end. */
const CLAIM = 'moved-from';
const FOR_EVER_SECONDS = 100 * 365 * 24 * 3600;

/** Moves the documents of every service: a database each. */
export async function documentsTransfer(config: EngineConfig, url: string): Promise<Transfer> {
  const all = await Promise.all(services.map((service) => openStores(service, config, url)));
  const present = new Map<ServiceStores, TargetIds>();
  return {
    what: 'documents',
    inspectTarget: async () => {
      await assertAtRest(all);
      for (const stores of all) present.set(stores, await inspectDocuments(stores));
    },
    claimTarget: async (house) => {
      for (const { service, to } of all)
        if ((await to.lease(CLAIM, house, FOR_EVER_SECONDS)) === null)
          throw new MoveRefused(`${service}: another house is moving into its database, or has moved`);
    },
    move: async (onProgress) => {
      for (const stores of all) {
        const ids = present.get(stores) ?? new Map<string, Set<string>>();
        for (const name of await namesFrom(stores))
          await moveCollection(stores, { name, present: ids }, (records) =>
            onProgress(`${stores.service} · ${name}`, records),
          );
      }
    },
    compareSides: (onProgress) => compareStores(all, onProgress),
    close: async () => {
      for (const { from, to } of all) await Promise.all([from?.close(), to.close()]);
    },
  };
}

async function assertAtRest(all: readonly ServiceStores[]): Promise<void> {
  for (const { service, to } of all)
    if (!(await isAtRest(to)))
      throw new MoveRefused(
        `${service}: runs on the target, or was killed a moment ago; stop the house there. Nothing was written`,
      );
}

async function compareStores(all: readonly ServiceStores[], onProgress: OnMoveProgress): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const stores of all) {
    for (const name of new Set([...(await namesFrom(stores)), ...(await stores.to.names())])) {
      const comparison = await compareCollection(stores, name);
      onProgress('comparing documents', comparison.from.count);
      if (comparison.from.count + comparison.to.count > 0) comparisons.push(comparison);
    }
  }
  return comparisons;
}

async function openStores(service: ServiceName, config: EngineConfig, url: string): Promise<ServiceStores> {
  const file = join(config.dataDir, `${service}.sqlite`);
  return {
    service,
    from: existsSync(file) ? sqliteDocuments(file) : undefined,
    to: await mongodbDocuments(url, databaseOf(service, config)),
  };
}
