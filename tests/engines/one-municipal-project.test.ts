import { describe, expect, jest, test } from '@jest/globals';
import { oneMunicipalProject } from '#tests/journeys/one-municipal-project.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { houseUnderTest } from '#tests/support/house.ts';
import { wideAnswers } from '#tests/support/wide-answers.ts';

jest.setTimeout(120_000);

if (mongoUrl === undefined || kafkaBrokers === undefined) {
  describe.skip('a house on MongoDB and Kafka (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
} else {
  const answers = new Map<string, object>();
  const ways = {
    'on files': () => houseUnderTest(),
    'on MongoDB and Kafka': async () =>
      houseUnderTest(await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers })),
    'on MongoDB and a log of its own': async () => houseUnderTest(await provisioned({ MONGO_URL: mongoUrl })),
    'on Kafka and stores of its own': async () => houseUnderTest(await provisioned({ KAFKA_BROKERS: kafkaBrokers })),
  };
  for (const [where, open] of Object.entries(ways)) {
    oneMunicipalProject(where, {
      open,
      afterwards: async (house) => void answers.set(where, await wideAnswers(house)),
    });
  }

  describe('the same questions, after the same project', () => {
    test.each(Object.keys(ways).slice(1))('are answered %s as on files', (where) => {
      expect(Object.keys(answers.get('on files') ?? {})).toContain('The report of a project');
      expect(answers.get(where)).toEqual(answers.get('on files'));
    });
  });
}
