import { describe, jest, test } from '@jest/globals';
import { lastPlace } from '#tests/faults/last-place.ts';
import { importAList } from '#tests/journeys/import-a-list.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { houseUnderTest } from '#tests/support/house.ts';

jest.setTimeout(300_000);

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('journeys on MongoDB and Kafka (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('are not tested', () => undefined));
else {
  const open = async () => houseUnderTest(await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers }));
  importAList('on MongoDB and Kafka', {
    open,
    lines: 300,
    env: async (house) => ({ KURZE_WEGE_TOKEN: await house.tokenOf('miriam.vogt') }),
  });
  lastPlace('on MongoDB and Kafka', open);
}
