import { asks, type Attack, type Kind } from '../support/attacks/attack.ts';
import { EINHAUSEN, GROSS_ROHRHEIM } from '../support/attacks/furnishing.ts';

const persons = (user: string, argumentsOf: string) =>
  asks(
    user,
    `query($after: String) { persons(${argumentsOf}) { edges { node { id } } pageInfo { hasNextPage } } }`,
    ({ cursor: after }) => ({ after }),
  );
const after = (cursor: (genuine: string) => string) =>
  asks(
    'kai.neu',
    'query($after: String) { persons(after: $after) { edges { node { id } } } }',
    ({ cursor: genuine }) => ({ after: cursor(genuine) }),
  );
const flipped = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

const cursors: Attack[] = [
  ['a cursor whose first letter was changed', after((genuine) => flipped(genuine, 0)), '200 INVALID_CURSOR'],
  [
    'a cursor that was changed in the middle',
    after((genuine) => flipped(genuine, Math.floor(genuine.length / 2))),
    '200 INVALID_CURSOR',
  ],
  ['half a cursor', after((genuine) => genuine.slice(0, genuine.length / 2)), '200 INVALID_CURSOR'],
  [
    'a cursor written by hand',
    after(() => Buffer.from(JSON.stringify(['kanarie', ''])).toString('base64url')),
    '200 INVALID_CURSOR',
  ],
  ['a cursor of nothing', after(() => ''), '200 INVALID_CURSOR'],
  ['a cursor that is SQL', after(() => "' OR 1=1 --"), '200 INVALID_CURSOR'],
  ['a cursor of fifty kilobytes', after(() => 'A'.repeat(50_000)), '200 INVALID_CURSOR'],
  ['the cursor of another order', persons('kai.neu', 'after: $after, sort: BIRTH_DATE'), '200 INVALID_CURSOR'],
  ['the cursor of another filter', persons('kai.neu', 'after: $after, filter: { name: "k" }'), '200 INVALID_CURSOR'],
  [
    'the cursor of another list',
    asks('kai.neu', 'query($after: String) { cases(after: $after) { edges { node { id } } } }', ({ cursor }) => ({
      after: cursor,
    })),
    '200 INVALID_CURSOR',
  ],
  ['the cursor of somebody in another municipality', persons('jonas.keller', 'after: $after'), '200 INVALID_CURSOR'],
  ['the cursor of somebody else, without their role', persons('rathaus.einhausen', 'after: $after'), '200 FORBIDDEN'],
];

/** With a person of one's own before the other one, a next page would say that the other one meets the filter too. */
const filters = [
  'name: "kanarie"',
  'name: "kanarie", obstacle: DEBT',
  'bornFrom: "1981-02-02", bornTo: "1981-02-03"',
  'name: "kan", bornTo: "1981-12-31"',
];
const nextPages = filters.map((filter): Attack => [
  `whether somebody else has ${filter}`,
  asks(
    'kai.neu',
    `{ persons(filter: { ${filter} }, first: 1) { edges { node { givenName } } pageInfo { hasNextPage } } }`,
  ),
  { persons: { edges: [{ node: { givenName: 'Aa' } }], pageInfo: { hasNextPage: false } } },
]);
const byNumber = asks(
  'kai.neu',
  '{ benefitUnits(municipality: "06431006", first: 1) { edges { node { number } } pageInfo { hasNextPage ' +
    'endCursor } } }',
);

const figures = (user: string, municipality: string, [from, to]: [string, string]) =>
  asks(
    user,
    'query($m: ID!, $from: Date!, $to: Date!) { projectReports(municipality: $m, from: $from, to: $to) { ' +
      'casesOpened { count suppressed } } }',
    { m: municipality, from, to },
  );
const oneCase = { projectReports: [{ casesOpened: { count: null, suppressed: true } }] };
const situation = (user: string, on?: string) =>
  asks(user, 'query($m: ID!, $on: Date) { situation(municipality: $m, on: $on) { byObstacle { count } } }', {
    m: EINHAUSEN,
    on: on ?? null,
  });

const counts: Attack[] = [
  [
    'households of others, by number',
    byNumber,
    { benefitUnits: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
  ],
  [
    'how many cases began in one month, for a town hall',
    figures('rathaus.einhausen', EINHAUSEN, ['2026-01-01', '2026-01-31']),
    oneCase,
  ],
  [
    'how many cases began on one day, for a town hall',
    figures('rathaus.einhausen', EINHAUSEN, ['2026-01-06', '2026-01-06']),
    '200 INVALID_INPUT',
  ],
  ['the same, for an analyst', figures('ada.lenz', EINHAUSEN, ['2026-01-01', '2026-01-30']), '200 INVALID_INPUT'],
  [
    'how many cases began, month by month, for an analyst',
    asks(
      'ada.lenz',
      'query($m: ID!) { projectReports(municipality: $m, from: "2026-01-01", to: "2026-01-31") { casesOpened { ' +
        'byMonth { count } } } }',
      { m: EINHAUSEN },
    ),
    { projectReports: [{ casesOpened: { byMonth: [{ count: null }] } }] },
  ],
  ['figures of another town hall', figures('rathaus.fuerth', EINHAUSEN, ['2026-01-01', '2026-01-31']), '200 FORBIDDEN'],
  [
    'figures of no town hall of this district',
    figures('rathaus.fuerth', '06431000', ['2026-01-01', '2026-01-31']),
    '200 FORBIDDEN',
  ],
  [
    'a hundred years of figures',
    figures('miriam.vogt', GROSS_ROHRHEIM, ['1990-01-01', '2089-12-31']),
    { projectReports: [] },
  ],
  [
    'events behind a figure, for an analyst',
    asks(
      'ada.lenz',
      'query($m: ID!) { projectReports(municipality: $m, from: "2026-01-01", to: "2026-01-31") { casesOpened { ' +
        'events { edges { node { case { id } } } } } } }',
      { m: EINHAUSEN },
    ),
    '200 FORBIDDEN',
  ],
  [
    'the situation on a day of one’s choice, for a town hall',
    situation('rathaus.einhausen', '2026-02-03'),
    '200 INVALID_INPUT',
  ],
  ['the situation tomorrow', situation('miriam.vogt', '2999-01-31'), '200 INVALID_INPUT'],
  ['the situation, for a provider', situation('kurs.bildungswerk'), '200 FORBIDDEN'],
  ['the situation elsewhere, for a case manager', situation('jonas.keller'), '200 FORBIDDEN'],
  [
    'whether a guess about somebody’s obstacles is right, by a list of one line',
    asks(
      'kai.neu',
      'query($id: ID!) { import(id: $id) { state planned { unchanged updated } } }',
      ({ guessId: id }) => ({ id }),
    ),
    { import: { state: 'CHECKED', planned: null } },
  ],
  [
    'since when a household elsewhere is in receipt, by its BG number in a list',
    asks(
      'jonas.keller',
      'query($id: ID!) { import(id: $id) { problems { edges { node { column code } } } } }',
      ({ strangerId: id }) => ({ id }),
    ),
    { import: { problems: { edges: [{ node: { column: 'BG-Nummer', code: 'CONTRADICTS_REGISTER' } }] } } },
  ],
  [
    'what a list of somebody else says',
    asks(
      'olaf.brandt',
      'query($id: ID!) { import(id: $id) { problems { edges { node { value } } } } }',
      ({ strangerId: id }) => ({ id }),
    ),
    '200 FORBIDDEN',
  ],
  [
    'questions about the list of somebody elsewhere',
    asks(
      'jonas.keller',
      'query($id: ID!) { import(id: $id) { duplicates { edges { node { recipient { familyName } } } } } }',
      ({ guessId: id }) => ({ id }),
    ),
    '200 NOT_FOUND',
  ],
];

export const countsAndCursors: Kind = {
  name: 'counts, pages and cursors',
  attacks: [...cursors, ...nextPages, ...counts],
};
