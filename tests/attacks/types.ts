import { asks, posting, type Attack, type Kind, type Variables } from '../support/attacks/attack.ts';

const person = 'query($id: ID!) { person(id: $id) { familyName } }';
const search = 'query($filter: PersonFilter) { persons(filter: $filter) { edges { node { familyName } } } }';
const nobody = { persons: { edges: [] } };
const register =
  'mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } refusal { code } } }';
const identity = {
  customerNumber: '437D000001',
  givenName: 'Ada',
  familyName: 'Lenz',
  birthDate: '1980-01-01',
  sex: 'FEMALE',
  municipality: '06431006',
};

const asId = (value: unknown): Attack => [
  `${JSON.stringify(value)} as an id`,
  asks('kai.neu', person, { id: value }),
  '400 BAD_USER_INPUT',
];
const found = (filter: Variables): Attack => [
  `a search for ${JSON.stringify(filter)}`,
  asks('kai.neu', search, { filter }),
  nobody,
];
const searched = (filter: Variables): Attack => [
  `the search ${JSON.stringify(filter)}`,
  asks('kai.neu', search, { filter }),
  '400 BAD_USER_INPUT',
];
const more = (what: Variables): Attack => [
  `a registration that brings along ${JSON.stringify(what)}`,
  asks('anna.berg', register, { input: { ...identity, ...what } }),
  '400 BAD_USER_INPUT',
];
/** As text: an object literal would set the prototype instead. */
const polluting = (json: string, expected = '400 BAD_USER_INPUT'): Attack => [
  `the variables ${json}`,
  posting('kai.neu', `{"query":${JSON.stringify(search)},"variables":${json}}`),
  expected,
];

const names = ['hasOwnProperty', 'toString', 'valueOf', 'then', 'toJSON', 'length'];

/** Values of another type than was asked for: operators of a store, prototypes, fields that only a service sets. */
export const types: Kind = {
  name: 'types, operators, prototypes and mass assignment',
  attacks: [
    ...[{ $ne: null }, { $gt: '' }, ['1'], true, null, 1.5].map(asId),
    ...[
      { $where: 'sleep(1000)' },
      { name: { $regex: '.*' } },
      { customerNumber: { in: ['437D000001'] } },
      { bornFrom: '2026-02-30' },
      { bornFrom: { $gt: '' } },
      { withoutOpenCase: 'true' },
      { careTeam: 'anna.berg' },
      { 'contact.phone': '06251' },
    ].map(searched),
    ...[
      { name: "' OR 1=1 --" },
      { name: '%' },
      { name: 'K%' },
      { name: '.*' },
      { name: '\u{10ffff}' },
      { customerNumber: "437D773311' --" },
    ].map(found),
    [
      'a search in a municipality that goes on',
      asks('kai.neu', search, { filter: { municipality: '06431006" OR "1"="1' } }),
      '200 UNKNOWN_MUNICIPALITY',
    ],
    ...[
      { id: '1' },
      { personId: '1' },
      { registeredOn: { $date: 0 } },
      { role: 'TEAM_LEAD' },
      { obstacles: [] },
      { contact: { phone: '1' } },
      { revision: 7 },
      { state: {} },
      { outbox: [] },
      { _id: '1' },
    ].map(more),
    polluting('{"__proto__":{"filter":{}},"filter":{"__proto__":{"polluted":true}}}', '400 BAD_REQUEST'),
    polluting('{"filter":{"__proto__":{"polluted":true}}}'),
    polluting('{"filter":{"constructor":{"prototype":{"polluted":true}}}}'),
    polluting('{"filter":{"name":{"__proto__":{"length":1}}}}'),
    ['variables without a shape', posting('kai.neu', { query: person, variables: [['id', '1']] }), '400 BAD_REQUEST'],
    ['variables as text', posting('kai.neu', { query: person, variables: '{"id":"1"}' }), '400 BAD_REQUEST'],
    [
      'a prototype as an answer',
      asks('kai.neu', '{ __proto__: projects { edges { constructor: cursor } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a prototype as a variable',
      asks('kai.neu', 'query($__proto__: ID) { projects { edges { cursor } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a prototype as a fragment',
      asks('kai.neu', '{ ...constructor } fragment constructor on Query { __typename }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a prototype as an operation',
      posting('kai.neu', { query: '{ __typename }', operationName: '__proto__' }),
      '400 OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'names that every object has',
      asks('kai.neu', `{ projects { edges { node { ${names.map((name) => `${name}: title`).join(' ')} } } } }`),
      { projects: { edges: [{ node: Object.fromEntries(names.map((name) => [name, 'Kurze Wege'])) }] } },
    ],
    [
      'names that every object has, of entities of two services',
      asks(
        'anna.berg',
        'query($id: ID!) { hasOwnProperty: case(id: $id) { toString: enrolments { valueOf: status } } }',
        ({ caseId: id }) => ({ id }),
      ),
      { hasOwnProperty: { toString: [{ valueOf: 'PROPOSED' }] } },
    ],
    [
      'a number of more than 32 bits',
      asks('kai.neu', '{ persons(first: 99999999999) { edges { cursor } } }'),
      '400 GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a number as text',
      asks('kai.neu', 'query($n: Int!) { persons(first: $n) { edges { cursor } } }', { n: '1' }),
      '400 BAD_USER_INPUT',
    ],
    [
      'a number for a word of a list',
      asks('kai.neu', 'query($s: PersonSort) { persons(sort: $s) { edges { cursor } } }', { s: 0 }),
      '400 BAD_USER_INPUT',
    ],
    [
      'a file of others as a piece of an import',
      asks(
        'jonas.keller',
        'mutation($id: ID!) { addImportChunk(input: { importId: $id, number: 1, content: "eA==" }) { import { ' +
          'id } refusal { code } } }',
        ({ importId: id }) => ({ id }),
      ),
      '200 NOT_FOUND',
    ],
    [
      'a piece of an import with a number like a path',
      asks(
        'anna.berg',
        'mutation($id: ID!, $n: Int!) { addImportChunk(input: { importId: $id, number: $n, content: "eA==" }) ' +
          '{ import { id } refusal { code } } }',
        ({ importId: id }) => ({ id, n: '../../1' }),
      ),
      '400 BAD_USER_INPUT',
    ],
  ],
};
