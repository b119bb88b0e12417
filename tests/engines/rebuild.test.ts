import { describe, jest, test } from '@jest/globals';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import type { EnginesUnderTest } from '../../services/insights/engines.fixture.ts';
import { rebuildContract } from '../../services/insights/rebuild/rebuild.contract.ts';
import { formerNamesContract } from '../../services/insights/upgrade/former-names.contract.ts';

jest.setTimeout(240_000);

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('building the views again on engines (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
else {
  const settings = { MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers };
  const engines = async (): Promise<EnginesUnderTest> => {
    const { config, remove } = await provisioned(settings);
    return {
      open: async () => ({
        documents: await openDocuments('insights', config),
        events: await openEvents('insights', config, createLog('test', 'silent')),
      }),
      destroy: remove,
    };
  };
  rebuildContract('on MongoDB and Kafka', engines);
  formerNamesContract('on MongoDB and Kafka', engines);
}
