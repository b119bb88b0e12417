import type { TestPart } from './jest.ts';

const nothingOf = ['/node_modules/', '/.data/'];
/** Whoever runs the tests may have set engines for something else. */
export const onFiles = { MONGO_URL: undefined, KAFKA_BROKERS: undefined };
const adapters = ['<rootDir>/shared/documents/mongodb/mongodb.test.ts', '<rootDir>/shared/events/kafka/kafka.test.ts'];

/** Beside their files: rules, ports, one service at a time. */
export const units: TestPart = {
  name: 'units',
  arguments: ['--testPathIgnorePatterns', ...nothingOf, '<rootDir>/tests/', ...adapters, '--maxWorkers', '2'],
  env: onFiles,
};

/** In `tests/`: whole houses, one after the other. */
export const houses: TestPart = {
  name: 'journeys, faults and attacks',
  arguments: [
    '--testPathIgnorePatterns',
    ...nothingOf,
    '<rootDir>/(gateway|infra|services|shared)/',
    '<rootDir>/tests/engines/',
    '--runInBand',
    '--testTimeout',
    '120000',
  ],
  env: onFiles,
};

/** Names the suites of the adapters, and whole houses, on MongoDB and Kafka. */
export function onEngines(env: NodeJS.ProcessEnv): TestPart {
  const others = [
    '<rootDir>/(gateway|infra|services)/',
    '<rootDir>/tests/(?!engines/)',
    '<rootDir>/shared/(?!(documents/mongodb/mongodb|events/kafka/kafka)\\.test)',
  ];
  return {
    name: 'on MongoDB and Kafka',
    arguments: ['--testPathIgnorePatterns', ...nothingOf, ...others, '--runInBand', '--testTimeout', '120000'],
    env,
  };
}
