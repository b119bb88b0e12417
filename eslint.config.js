import tseslint from 'typescript-eslint';

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

/** The clients of engines are used in their own rooms alone, so that another client or driver changes one folder. */
const engineClients = [
  { name: 'kafkajs', message: 'kafkajs is used below shared/events/kafka alone.' },
  { name: 'mongodb', message: 'The driver is used below shared/documents alone.' },
  {
    name: 'mongoose',
    allowImportNames: ['Schema'],
    message: 'mongoose is used below shared/documents alone; elsewhere a stored shape is declared by its Schema.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', '.data/', 'gateway/page/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Plain data is described with `type` here, a class only where one is needed.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': lines(160),
      'max-lines-per-function': lines(35),
      'max-params': ['error', 3],
      'no-restricted-imports': ['error', { paths: engineClients }],
      // The ports are asynchronous; an engine that answers at once, or a handler with nothing to wait for, is still
      // one.
      '@typescript-eslint/require-await': 'off',
      // mongoose describes its options as classes and takes literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    files: ['shared/events/kafka/**/*.ts', 'shared/documents/**/*.ts', 'tests/**/*.ts', '**/*.test.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // A suite reads as one list of promises; data is as long as it is.
    files: [
      '**/*.{test,contract,fixture}.ts',
      'tests/**/*.ts',
      'infra/demo/{names,projects}.ts',
      'infra/bench/operations.ts',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  // A service refuses by its own class, whose codes are checked by the compiler.
  {
    files: ['services/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Refusal']",
          message: 'A service throws its own refusal, e.g. PeopleRefusal, so that a wrong code does not compile.',
        },
      ],
    },
  },
);
