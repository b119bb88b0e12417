import { createHash } from 'node:crypto';
import { services } from '#infra/house/ports.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';

/**
 * What a town hall was told is written down when it is told: a question of its own leaves that behind, and nothing
 * else.
 */
const told = ['released-figures', 'released-situations'];

export type HouseStores = {
  /**
   * A hash over everything that every service has stored but what was told outside, and how far each topic of the log
   * is.
   */
  fingerprint: () => Promise<string>;
  /** Every event of the log, as others read it. */
  publishedEvents: () => Promise<string[]>;
  close: () => Promise<void>;
};

/** Opens the stores beside the processes of a house, which go on. */
export async function openHouseStores(dataDir: string): Promise<HouseStores> {
  const config = { dataDir, prefix: '' };
  const all = await Promise.all(services.map((service) => openDocuments(service, config)));
  const events = await openEvents('insights', config, createLog('attacks', 'silent'));
  return {
    fingerprint: async () => {
      const hash = createHash('sha256');
      for (const documents of all) {
        for (const name of (await documents.names()).filter((each) => !told.includes(each)))
          for await (const record of documents.records(name)) hash.update(JSON.stringify([name, record]));
      }
      for (const { topic } of contracts)
        for await (const { position } of events.read(topic)) hash.update(`${topic} ${position}`);
      return hash.digest('hex');
    },
    publishedEvents: async () => {
      const all: string[] = [];
      for (const { topic } of contracts)
        for await (const delivery of events.read(topic)) all.push(JSON.stringify(delivery));
      return all;
    },
    close: async () => void (await Promise.all([events.close(), ...all.map((documents) => documents.close())])),
  };
}
