import { describe, jest, test } from '@jest/globals';
import { worstMoment } from '#tests/faults/worst-moment/worst-moment.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';

jest.setTimeout(3_600_000);

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('killed at the worst moment on engines (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
else
  worstMoment('on MongoDB and Kafka', {
    often: 3,
    opened: () => provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers }),
  });
