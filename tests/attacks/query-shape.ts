import { asks, FLAWLESS, posting, type Kind } from '../support/attacks/attack.ts';

const nested = (depth: number, field = 'project(id: "1")'): string =>
  `{ ${field} ${'{ exchangeMeetings { edges { node { project '.repeat(depth)}{ id }${'} } } }'.repeat(depth)} }`;
const doubling = (levels: number): string =>
  '{ ...f0 } ' +
  `${Array.from({ length: levels }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`).join(' ')} ` +
  `fragment f${levels} on Query { __typename }`;
const many = (number: number, text: (n: number) => string): string =>
  Array.from({ length: number }, (_, n) => text(n)).join(' ');
const pages = (inner: string): string =>
  '{ persons(first: 100) { edges { node { cases { project { exchangeMeetings(first: 100) { edges { node { ' +
  `${inner} } } } } } } } } }`;

const report =
  'projectReports(municipality: "06431006", from: "2024-01-01", to: "2026-10-31") { figures { code byMonth { ' +
  'month count } } }';

/**
 * What a planner, a validator or a service would work on for ever. Measures of single texts are in `gateway/operation`.
 */
export const queryShape: Kind = {
  name: 'query shape and planner',
  attacks: [
    [
      'an operation nested through two services until it is too deep',
      asks('anna.berg', nested(3)),
      '400 OPERATION_TOO_LARGE',
    ],
    [
      'a depth hidden in a fragment called like the schema',
      asks('anna.berg', `{ ...__schema } fragment __schema on Query ${nested(3)}`),
      '400 OPERATION_TOO_LARGE',
    ],
    ['fragments that double eighteen times', asks('anna.berg', doubling(18)), '400 OPERATION_TOO_LARGE'],
    [
      'fragments that spread each other',
      asks('anna.berg', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'two hundred aliases of one list',
      asks('anna.berg', `{ ${many(100, (n) => `a${n}: projects { edges { cursor } }`)} }`),
      '400 OPERATION_TOO_LARGE',
    ],
    [
      'ten lists at once, each of a hundred with a hundred in each',
      asks('anna.berg', pages('id topics')),
      '400 OPERATION_TOO_LARGE',
    ],
    [
      'the same as variables',
      asks(
        'anna.berg',
        'query($n: Int!) { persons(first: $n) { edges { node { cases { project { exchangeMeetings(first: $n) { ' +
          'edges { node { id } } } } } } } } }',
        { n: 100 },
      ),
      '400 OPERATION_TOO_LARGE',
    ],
    [
      'a page of a million',
      asks('anna.berg', '{ persons(first: 1000000) { edges { node { id } } } }'),
      '200 INVALID_INPUT',
    ],
    [
      'a page of less than nothing',
      asks('anna.berg', '{ persons(first: -1) { edges { node { id } } } }'),
      '200 INVALID_INPUT',
    ],
    [
      'seven hundred fields that do not exist',
      asks('anna.berg', `{ ${many(700, (n) => `x${n}`)} }`),
      '400 OPERATION_TOO_LARGE',
    ],
    ['a flood of tokens', asks('anna.berg', `{ ${'a '.repeat(20_000)} }`), '400 GRAPHQL_PARSE_FAILED'],
    [
      'a flood of directives',
      asks('anna.berg', `{ __typename ${'@include(if: true) '.repeat(50)} }`),
      '400 OPERATION_TOO_LARGE',
    ],
    [
      'a list value nested seven hundred deep',
      asks('anna.berg', `{ project(id: ${'['.repeat(700)}${']'.repeat(700)}) { id } }`),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'twenty thousand values for one variable',
      asks('anna.berg', 'query($a: [ID!]) { measures(filter: { municipalities: $a }) { edges { node { id } } } }', {
        a: Array.from({ length: 20_000 }, () => '1'),
      }),
      { measures: { edges: [] } },
    ],
    [
      'a variable called like the one the planner makes',
      asks(
        'anna.berg',
        'query($representations: [ID!]) { measures(filter: { municipalities: $representations }) { edges { ' +
          'node { id } } } }',
        { representations: ['1', '2'] },
      ),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an alias called like the type of an entity',
      asks(
        'anna.berg',
        'query($id: ID!) { case(id: $id) { __typename: status person { __typename: familyName } } }',
        ({ caseId: id }) => ({ id }),
      ),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an alias called like the entities of a service',
      asks('anna.berg', '{ _entities: measures(first: 1) { edges { _entities: node { representations: places } } } }'),
      { _entities: { edges: [{ _entities: { representations: 5 } }] } },
    ],
    [
      'every figure of three years, month by month, ten times, for a town hall',
      asks('rathaus.einhausen', `{ ${many(10, (n) => `a${n}: ${report}`)} }`),
      FLAWLESS,
    ],
    [
      'ten searches for sixty thousand words',
      asks(
        'kai.neu',
        'query($s: String!) { ' +
          `${many(10, (n) => `a${n}: occupations(search: $s, first: 100) { edges { node { code } } }`)} }`,
        { s: 'a '.repeat(40_000) },
      ),
      '200 INVALID_INPUT',
    ],
    [
      'several operations in one text, and no word which',
      asks('anna.berg', 'query A { projects { edges { cursor } } } query B { projects { edges { cursor } } }'),
      '400 OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a batch of a thousand',
      posting(
        'anna.berg',
        Array.from({ length: 1000 }, () => ({ query: '{ __typename }' })),
      ),
      '400 BAD_REQUEST',
    ],
    [
      'an answer in parts',
      asks('anna.berg', '{ projects { edges { node { ... @defer { id } } } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a subscription',
      asks('anna.berg', 'subscription { projects { edges { cursor } } }'),
      '400 OPERATION_RESOLUTION_FAILURE',
    ],
  ],
};
