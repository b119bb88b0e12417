import { describe, jest, test } from '@jest/globals';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { rebuildContract } from '../../services/insights/rebuild/rebuild.contract.ts';

jest.setTimeout(240_000);

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('building the views again on engines (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
else {
  rebuildContract('on MongoDB and Kafka', async () => {
    const { config, remove } = await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers });
    return {
      open: async () => ({
        documents: await openDocuments('insights', config),
        events: await openEvents('insights', config, createLog('test', 'silent')),
      }),
      destroy: remove,
    };
  });
}
