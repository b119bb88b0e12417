import { asks, getting, posting, type Kind } from '../support/attacks/attack.ts';

const asked = { query: '{ projects { edges { node { title } } } }' };
const answered = { projects: { edges: [{ node: { title: 'Kurze Wege' } }] } };
const inVariables = (type: string, value: unknown) =>
  asks('anna.berg', `query($value: ${type}) { persons(filter: $value) { edges { cursor } } }`, { value });

/** A house with an identity provider tells nobody what could be asked: neither on demand nor by correcting guesses. */
export const schemaDisclosure: Kind = {
  name: 'schema disclosure',
  attacks: [
    [
      'the question for all types',
      asks('olaf.brandt', '{ __schema { types { name fields { name } } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the question for one type, in a fragment',
      asks('olaf.brandt', '{ ...f } fragment f on Query { __type(name: "Person") { fields { name } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the schema of a service, asked for at the door',
      asks('olaf.brandt', '{ _service { sdl } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'entities, asked for at the door',
      asks('olaf.brandt', 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
        r: [{ __typename: 'Person', id: '1' }],
      }),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a field nearly spelled right',
      asks('anna.berg', '{ persns { edges { node { givenNam } } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an argument nearly spelled right',
      asks('anna.berg', '{ persons(filtr: {}) { edges { cursor } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a type nearly spelled right',
      asks('anna.berg', '{ projects { ... on ProjctConnection { edges { cursor } } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a directive nearly spelled right',
      asks('anna.berg', '{ projects { edges @inclde(if: true) { cursor } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    ['a variable of a type nearly spelled right', inVariables('PersnFilter', {}), '400 GRAPHQL_VALIDATION_FAILED'],
    [
      'a value of an enum nearly spelled right',
      asks('anna.berg', '{ persons(sort: NAMES) { edges { cursor } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    ['the same as a variable', inVariables('PersonFilter', { obstacle: 'DEBTS' }), '400 BAD_USER_INPUT'],
    [
      'a field of an input nearly spelled right',
      inVariables('PersonFilter', { custmerNumber: '1' }),
      '400 BAD_USER_INPUT',
    ],
    [
      'a part of an input nearly spelled right, three levels down',
      asks('anna.berg', 'mutation($input: AgreePlanInput!) { agreePlan(input: $input) { case { id } } }', {
        input: { caseId: '1', goal: { kind: 'INSURED_WRK', txt: '' }, steps: [] },
      }),
      '400 BAD_USER_INPUT',
    ],
    [
      'the wish for a plan of the query',
      posting('anna.berg', asked, { 'apollo-query-plan-experimental': '1', 'apollo-expose-query-plan': 'true' }),
      answered,
    ],
    ['the wish for a trace', posting('anna.berg', asked, { 'apollo-federation-include-trace': 'ftv1' }), answered],
    [
      'the wish to debug',
      posting('anna.berg', { ...asked, extensions: { debug: true, tracing: true, includeQueryPlan: true } }),
      answered,
    ],
    ['a browser that looks for a page to explore', getting('/', { accept: 'text/html' }), '404 NOT_FOUND'],
    [
      'a browser that looks for a page at the graph',
      getting('/graphql', { accept: 'text/html' }),
      '405 METHOD_NOT_ALLOWED',
    ],
    ...[
      '/page/graphiql.js',
      '/dev/users',
      '/dev/jwks.json',
      '/supergraph.graphql',
      '/.well-known/apollo/server-health',
      '/metrics',
      '/package.json',
      '/.env',
    ].map((path) => [`a look at ${path}`, getting(path), '404 NOT_FOUND'] as const),
  ],
};
