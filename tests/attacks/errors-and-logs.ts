import { asks, getting, posting, requesting, type Attack, type Kind } from '../support/attacks/attack.ts';

/** Stands for whatever is personal in a request; wherever it stands, no log may hold it. */
export const WHISPER = 'Fluesterkasten';
const lookup = `{ persons(filter: { name: "${WHISPER}" }) { edges { cursor } } }`;
const nobody = { persons: { edges: [] } };
const unnamed = posting('kai.neu', { query: lookup });

const everywhere: Attack[] = [
  ['a name in a filter', unnamed, nobody],
  [
    'a name in a variable',
    asks('kai.neu', 'query($name: String) { persons(filter: { name: $name }) { edges { cursor } } }', {
      name: WHISPER,
    }),
    nobody,
  ],
  [
    'a name in a value that cannot be read',
    asks('kai.neu', 'query($day: Date) { persons(filter: { bornFrom: $day }) { edges { cursor } } }', { day: WHISPER }),
    '400 BAD_USER_INPUT',
  ],
  ['a name as a field', asks('kai.neu', `{ persons { ${WHISPER} } }`), '400 GRAPHQL_VALIDATION_FAILED'],
  ['ninety kilobytes as the name of an operation', asks('kai.neu', `query ${'n'.repeat(90_000)} ${lookup}`), nobody],
  [
    'a name as an operation that is not there',
    posting('kai.neu', { query: lookup, operationName: WHISPER }),
    '400 OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a name as another name for a field',
    asks('olaf.brandt', `{ ${WHISPER}: persons { edges { cursor } } }`),
    '200 FORBIDDEN',
  ],
  ['a name in a body that is no JSON', posting('kai.neu', `{"query": ${WHISPER}`), '400 BAD_REQUEST'],
  [
    'a name in a text that cannot be parsed',
    asks('kai.neu', `{ persons(filter: "${WHISPER}`),
    '400 GRAPHQL_PARSE_FAILED',
  ],
  ['a name as an id', asks('kai.neu', `{ person(id: "${WHISPER}") { id } }`), '200 NOT_FOUND'],
  [
    'a name as an idempotency key',
    asks(
      'kai.neu',
      `mutation { closeCase(input: { caseId: "1", reason: MOVED_AWAY, idempotencyKey: "${WHISPER}" }) { ` +
        'refusal { code } } }',
    ),
    '200 NOT_FOUND',
  ],
  ['a name in an address', getting(`/${WHISPER}`), '404 NOT_FOUND'],
  ['a name in an address with a question', getting(`/graphql?name=${WHISPER}`), '405 METHOD_NOT_ALLOWED'],
  [
    'a name in every header',
    posting(
      'kai.neu',
      { query: lookup },
      {
        'user-agent': WHISPER,
        referer: `http://localhost/${WHISPER}`,
        cookie: `name=${WHISPER}`,
        'x-request-id': WHISPER,
        traceparent: WHISPER,
        'apollographql-client-name': WHISPER,
      },
    ),
    nobody,
  ],
  [
    'a name as a token',
    requesting('POST', '/graphql', {
      'content-type': 'application/json',
      authorization: `Bearer ${WHISPER}.${WHISPER}.${WHISPER}`,
    }),
    '401 UNAUTHENTICATED',
  ],
  [
    'a name as a type of content',
    requesting('POST', '/graphql', { 'content-type': `application/${WHISPER}` }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a name as a method', requesting(WHISPER.toUpperCase(), '/graphql', {}), '400'],
  [
    'a line of a log',
    asks(
      'kai.neu',
      `{ persons(filter: { name: "x\\n{\\"level\\":30,\\"msg\\":\\"${WHISPER}\\"}" }) { edges { cursor } } }`,
    ),
    nobody,
  ],
];

const tooLong = 'x'.repeat(20_000);
const int = (text: string) =>
  asks('kai.neu', 'query($n: Int!) { persons(first: $n) { edges { cursor } } }', { n: text });
/**
 * What is searched for a pattern takes seconds where the pattern may begin at every letter: the process answers nobody
 * meanwhile.
 */
const searched: Attack[] = [
  ['ninety kilobytes that may be a place in our code', int('at '.repeat(30_000)), '400 BAD_USER_INPUT'],
  ['ninety kilobytes that may be a suggestion', int('Did you mean '.repeat(7000)), '400 BAD_USER_INPUT'],
  [
    'ninety kilobytes that may be an e-mail address',
    asks(
      'rathaus.einhausen',
      'mutation($c: String!) { reportLead(input: { municipality: "06431006", company: "Ried", note: $c, kind: ' +
        'EXPANSION }) { refusal { code } } }',
      { c: 'x'.repeat(90_000) },
    ),
    '200 INVALID_INPUT',
  ],
  [
    'ninety kilobytes that are nearly an e-mail address',
    asks(
      'anna.berg',
      'mutation($id: ID!, $e: String!) { updateContact(input: { personId: $id, email: $e }) { refusal { code } } }',
      ({ personId: id }) => ({ id, e: `a@${'.'.repeat(90_000)} ` }),
    ),
    '200 INVALID_EMAIL',
  ],
  [
    'ninety kilobytes that are nearly the e-mail address of a company',
    asks(
      'carla.stein',
      'mutation($e: String!) { registerEmployer(input: { name: "Ried", kind: COMPANY, municipality: ' +
        '"06431006", contactPerson: { name: "A", email: $e } }) { refusal { code } } }',
      { e: `a@${'.'.repeat(90_000)} ` },
    ),
    '200 INVALID_INPUT',
  ],
];
/** Where a store, a schema or a limit would have something to say of its own. */
const breaking: Attack[] = [
  [
    'an id of twenty kilobytes',
    asks('kai.neu', 'query($id: ID!) { case(id: $id) { id } }', { id: tooLong }),
    '200 NOT_FOUND',
  ],
  [
    'a text that is longer than its field',
    asks(
      'rathaus.einhausen',
      'mutation($c: String!) { reportLead(input: { municipality: "06431006", company: $c, kind: EXPANSION }) { ' +
        'refusal { code } } }',
      { c: tooLong },
    ),
    '200 INVALID_INPUT',
  ],
  [
    'a number that somebody has',
    asks(
      'kai.neu',
      'mutation { registerPerson(input: { customerNumber: "437D773311", givenName: "A", familyName: "B", ' +
        'birthDate: "1980-01-01", sex: FEMALE, municipality: "06431006" }) { person { id } refusal { code } } }',
    ),
    '200 ALREADY_EXISTS',
  ],
  [
    'a BG number that somebody has',
    asks(
      'kai.neu',
      'mutation($id: ID!) { formBenefitUnit(input: { number: "43705BG0773311", municipality: "06431006", ' +
        'members: [{ personId: $id, role: APPLICANT }] }) { benefitUnit { id } refusal { code } } }',
      ({ decoyId: id }) => ({ id }),
    ),
    '200 ALREADY_EXISTS',
  ],
  [
    'a municipality that is none',
    asks('miriam.vogt', 'mutation { startImport(input: { municipality: "00000000" }) { refusal { code } } }'),
    '200 UNKNOWN_MUNICIPALITY',
  ],
  [
    'a day before all calendars',
    asks('anna.berg', '{ agenda(from: "0001-01-01", to: "0001-01-02") { on } }'),
    { agenda: [] },
  ],
  [
    'a span of nine thousand years',
    asks('anna.berg', '{ agenda(from: "0001-01-01", to: "9999-12-31") { on } }'),
    '200 INVALID_INPUT',
  ],
  [
    'a report that ends before it begins',
    asks(
      'miriam.vogt',
      '{ projectReports(municipality: "06431006", from: "2026-02-01", to: "2026-01-01") { talksHeld { count } } }',
    ),
    '200 INVALID_INPUT',
  ],
];

export const errorsAndLogs: Kind = { name: 'errors and logs', attacks: [...everywhere, ...searched, ...breaking] };
