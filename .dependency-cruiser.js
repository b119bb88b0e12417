const tests = '\\.(test|fixture|contract)\\.ts$|^gateway/testing/';

/**
 * Who may import whom, types included: infra → services, gateway → shared, and never a circle. Tests may import all.
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that import each other, also by way of others, cannot be read one after the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-stands-on-nothing',
      comment: 'What everybody stands on knows nobody who stands on it.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { path: '^(services|gateway|infra|tests)/' },
    },
    {
      name: 'services-stand-on-shared-alone',
      comment: 'A service learns of the others by events.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: tests },
      to: { path: '^(services|gateway|infra|tests)/', pathNot: '^services/$1/' },
    },
    {
      name: 'no-service-in-another-not-even-in-tests',
      comment: 'A test of a service that needs another one is a journey.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'gateway-stands-on-shared-alone',
      comment: 'The gateway knows services by their schemas.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: tests },
      to: { path: '^(services|infra|tests)/' },
    },
    {
      name: 'infra-needs-no-tests',
      comment: 'What runs in the image has no tests beside it.',
      severity: 'error',
      from: { path: '^infra/', pathNot: tests },
      to: { path: '^tests/|\\.(test|fixture|contract)\\.ts$' },
    },
    {
      name: 'kafkajs-in-its-room',
      comment: 'Another Kafka client is put in by changing one folder.',
      severity: 'error',
      from: { pathNot: `^shared/events/kafka/|^tests/|${tests}` },
      to: { path: 'node_modules/kafkajs/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(gateway/page/|\\.data/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
};
