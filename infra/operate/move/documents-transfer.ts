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
import type { Transfer } from './transfer.ts';
import {
  compareCollection,
  inspectDocuments,
  moveCollection,
  namesFrom,
  type TargetIds,
  type ServiceStores,
} from './move-documents.ts';

/** A lease that no other house can take over, since it does not end. */
const CLAIM = 'moved-from';
const FOR_EVER_SECONDS = 100 * 365 * 24 * 3600;

/** The documents of every service: a database each. */
export async function documentsTransfer(config: EngineConfig, url: string): Promise<Transfer> {
  const all = await Promise.all(services.map((service) => opened(service, config, url)));
  const found = new Map<ServiceStores, TargetIds>();
  return {
    what: 'documents',
    inspectTarget: async () => {
      for (const { service, to } of all)
        if (!(await isAtRest(to)))
          throw new MoveRefused(
            `${service}: runs on the target, or was killed a moment ago; stop the house there. Nothing was written`,
          );
      for (const sides of all) found.set(sides, await inspectDocuments(sides));
    },
    claimTarget: async (house) => {
      for (const { service, to } of all)
        if ((await to.lease(CLAIM, house, FOR_EVER_SECONDS)) === null)
          throw new MoveRefused(`${service}: another house is moving into its database, or has moved`);
    },
    move: async (onProgress) => {
      for (const sides of all)
        for (const name of await namesFrom(sides))
          await moveCollection(sides, { name, there: found.get(sides) ?? new Map<string, Set<string>>() }, (records) =>
            onProgress(`${sides.service} · ${name}`, records),
          );
    },
    compareSides: async (onProgress) => {
      const compared: Comparison[] = [];
      for (const sides of all) {
        for (const name of new Set([...(await namesFrom(sides)), ...(await sides.to.names())])) {
          const both = await compareCollection(sides, name);
          onProgress('comparing documents', both.from.count);
          if (both.from.count + both.to.count > 0) compared.push(both);
        }
      }
      return compared;
    },
    close: async () => {
      for (const { from, to } of all) await Promise.all([from?.close(), to.close()]);
    },
  };
}

async function opened(service: ServiceName, config: EngineConfig, url: string): Promise<ServiceStores> {
  const file = join(config.dataDir, `${service}.sqlite`);
  return {
    service,
    from: existsSync(file) ? sqliteDocuments(file) : undefined,
    to: await mongodbDocuments(url, databaseOf(service, config)),
  };
}
