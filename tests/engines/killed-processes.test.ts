import { describe, jest, test } from '@jest/globals';
import { killedProcesses } from '#tests/faults/killed-processes.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';

jest.setTimeout(400_000);

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('kill -9 on engines (set MONGO_URL and KAFKA_BROKERS)', () => test('is not tested', () => undefined));
else killedProcesses('on MongoDB and Kafka', () => provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers }));
