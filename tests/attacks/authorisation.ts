import {
  alike,
  asks,
  type Attack,
  type Expected,
  type Kind,
  type HouseIds,
  type Variables,
} from '../support/attacks/attack.ts';
import { EINHAUSEN, FUERTH } from '../support/attacks/furnishing.ts';

/** Who works with people, but neither with this one nor, but for the first, in this municipality. */
const colleagues = ['kai.neu', 'jonas.keller', 'tina.fern'];
/** Who never learns of a person, unless somebody discloses them. */
const others = [
  'rathaus.einhausen',
  'rathaus.fuerth',
  'kurs.bildungswerk',
  'petra.fremd',
  'carla.stein',
  'olaf.brandt',
  'ada.lenz',
];
const everybody = [...colleagues, ...others];
/** Who has nothing to do with employers and what is heard of them. */
const outside = ['kurs.bildungswerk', 'petra.fremd', 'olaf.brandt', 'ada.lenz'];

// eslint-disable-next-line max-params -- a line of the table: who, what, how, and what comes of it
const by = (users: readonly string[], what: string, [query, variables]: Question, expected: Expected): Attack[] =>
  users.map((user) => [`${user} asks for ${what}`, asks(user, query, variables), expected]);
type Question = [query: string, variables?: (known: HouseIds) => Variables];

const facts =
  'id customerNumber givenName familyName birthDate contact { phone } obstacles children { birthDate } ' +
  'benefitUnits { number } openCase { id } enrolments { id } referrals { id } proposals { id } placements { id ' +
  '}';
const person: Question = [`query($id: ID!) { person(id: $id) { ${facts} } }`, ({ personId: id }) => ({ id })];
const ofCase: Question = [
  'query($id: ID!) { case(id: $id) { id person { familyName } interviews { notes } timeline { edges { node { ' +
    'name } } } enrolments { id person { familyName } } } }',
  ({ caseId: id }) => ({ id }),
];
const unit: Question = [
  'query($id: ID!) { benefitUnit(id: $id) { number members { person { familyName } } } }',
  ({ benefitUnitId: id }) => ({ id }),
];
const enrolment: Question = [
  'query($id: ID!) { enrolment(id: $id) { person { familyName } case { id } } }',
  ({ enrolmentId: id }) => ({ id }),
];
const throughMeasure: Question = [
  'query($id: ID!) { measure(id: $id) { enrolments { person { familyName } } } }',
  ({ measureId: id }) => ({ id }),
];
const throughMeeting: Question = [
  'query($id: ID!) { exchangeMeeting(id: $id) { project { report(from: "2026-01-01", to: "2026-01-31") { ' +
    'talksHeld { events { edges { node { case { person { familyName } } } } } } } } } }',
  ({ meetingId: id }) => ({ id }),
];
const guessed: Question = [
  '{ persons(filter: { customerNumber: "437D773311" }) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
];
const noPersons = { persons: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } };
const cases: Question = [
  'query($id: ID!) { cases(filter: { projectId: $id }) { edges { node { id } } pageInfo { hasNextPage } } }',
  ({ projectId: id }) => ({ id }),
];
const agenda: Question = [
  '{ agenda(from: "2026-01-01", to: "2026-12-31", caseManagerId: "anna.berg") { case { id } } }',
];
const due: Question = ['{ plansDueForReview(before: "2030-01-01") { edges { node { id } } } }'];

const questions: Attack[] = [
  ...by(colleagues, 'the person', person, '200 NOT_FOUND'),
  ...by(others, 'the person', person, '200 FORBIDDEN'),
  ...by(colleagues, 'the case, and on from there', ofCase, '200 NOT_FOUND'),
  ...by(others, 'the case, and on from there', ofCase, '200 FORBIDDEN'),
  ...by(colleagues, 'the benefit unit, and on from there', unit, '200 NOT_FOUND'),
  ...by(others, 'the benefit unit, and on from there', unit, '200 FORBIDDEN'),
  ...by(everybody, 'an enrolment, and on from there', enrolment, '200 NOT_FOUND'),
  ...by(['kurs.bildungswerk', ...colleagues], 'who takes part in a measure', throughMeasure, {
    measure: { enrolments: [] },
  }),
  ...by(
    ['rathaus.einhausen', 'carla.stein', 'ada.lenz'],
    'who takes part in a measure',
    throughMeasure,
    '200 FORBIDDEN',
  ),
  ...by(['petra.fremd', 'olaf.brandt'], 'who takes part in a measure', throughMeasure, '200 NOT_FOUND'),
  ...by(
    ['rathaus.einhausen', 'kai.neu'],
    'the talks behind a figure, through a meeting',
    throughMeeting,
    '200 FORBIDDEN',
  ),
  ...by(colleagues, 'somebody with this customer number', guessed, noPersons),
  ...by(others, 'somebody with this customer number', guessed, '200 FORBIDDEN'),
  ...by(['kai.neu', 'jonas.keller'], 'the agenda of another', agenda, '200 FORBIDDEN'),
  ...by(['tina.fern'], 'the agenda of somebody elsewhere', agenda, { agenda: [] }),
  ...by(others, 'the agenda of a case manager', agenda, '200 FORBIDDEN'),
  ...by(['jonas.keller', 'tina.fern'], 'the cases of the project', cases, {
    cases: { edges: [], pageInfo: { hasNextPage: false } },
  }),
  ...by(others, 'the cases of the project', cases, '200 FORBIDDEN'),
  ...by(others, 'plans to be looked at', due, '200 FORBIDDEN'),
];

// eslint-disable-next-line max-params -- as above
const does = (user: string, name: string, input: (known: HouseIds) => Variables, code: string): Attack => {
  const type = name === 'confirmImport' ? 'ImportInput' : `${(name[0] ?? '').toUpperCase()}${name.slice(1)}Input`;
  return [
    `${user} tries ${name}`,
    asks(user, `mutation($input: ${type}!) { ${name}(input: $input) { refusal { code } } }`, (known) => ({
      input: input(known),
    })),
    `200 ${code}`,
  ];
};
const ofPerson =
  (more: Variables) =>
  ({ personId }: HouseIds): Variables => ({ personId, ...more });
const inCase =
  (more: Variables) =>
  ({ caseId }: HouseIds): Variables => ({ caseId, ...more });

const deeds: Attack[] = [
  ...everybody.flatMap((user): Attack[] => [
    does(user, 'updateContact', ofPerson({ phone: '06251 1' }), colleagues.includes(user) ? 'NOT_FOUND' : 'FORBIDDEN'),
    does(user, 'movePerson', ofPerson({ municipality: FUERTH }), colleagues.includes(user) ? 'NOT_FOUND' : 'FORBIDDEN'),
    does(user, 'setCareTeam', inCase({ contactId: user, careTeam: [user] }), 'NOT_FOUND'),
    does(user, 'noteInterview', ({ caseId, interviewId }) => ({ caseId, interviewId, notes: 'x' }), 'NOT_FOUND'),
    does(user, 'closeCase', inCase({ reason: 'MOVED_AWAY' }), 'NOT_FOUND'),
    does(user, 'withdrawEnrolment', ({ enrolmentId }) => ({ enrolmentId, reason: 'FOUND_WORK' }), 'NOT_FOUND'),
  ]),
  ...colleagues.map((user) =>
    does(user, 'enrolPerson', ({ measureId, personId }) => ({ measureId, personId }), 'CASE_UNKNOWN'),
  ),
  ...others.map((user) =>
    does(user, 'enrolPerson', ({ measureId, personId }) => ({ measureId, personId }), 'FORBIDDEN'),
  ),
  ...colleagues.map((user) =>
    does(
      user,
      'joinBenefitUnit',
      ({ personId, benefitUnitId }) => ({ personId, benefitUnitId, role: 'OTHER' }),
      'NOT_FOUND',
    ),
  ),
  does(
    'kai.neu',
    'openCase',
    ({ projectId, personId }) => ({ projectId, personId, contactId: 'kai.neu', careTeam: ['kai.neu'] }),
    'FORBIDDEN',
  ),
  does(
    'tina.fern',
    'openCase',
    ({ projectId, personId }) => ({ projectId, personId, contactId: 'tina.fern', careTeam: ['tina.fern'] }),
    'NOT_FOUND',
  ),
  does(
    'kai.neu',
    'startProject',
    () => ({ municipality: EINHAUSEN, title: 'Mine', caseManagerIds: ['kai.neu'], startedOn: '2026-01-05' }),
    'FORBIDDEN',
  ),
  does('tina.fern', 'updateProject', ({ projectId }) => ({ projectId, caseManagerIds: ['tina.fern'] }), 'NOT_FOUND'),
  does('jonas.keller', 'startImport', () => ({ municipality: EINHAUSEN }), 'FORBIDDEN'),
  does('kai.neu', 'confirmImport', ({ importId }) => ({ importId }), 'FORBIDDEN'),
  does('tina.fern', 'confirmImport', ({ importId }) => ({ importId }), 'NOT_FOUND'),
  does(
    'rathaus.fuerth',
    'reportLead',
    () => ({ municipality: EINHAUSEN, company: 'Ried', kind: 'EXPANSION' }),
    'FORBIDDEN',
  ),
  does('rathaus.einhausen', 'answerLead', ({ leadId }) => ({ leadId, answer: 'NO_NEED_NOW' }), 'FORBIDDEN'),
  does('petra.fremd', 'updateMeasure', ({ measureId }) => ({ measureId, places: 1 }), 'NOT_FOUND'),
  // Who works somewhere is named to the employer service, which follows up: it must not bring that about itself.
  does(
    'carla.stein',
    'startPlacement',
    ({ personId, employerId }) => ({ personId, employerId, kind: 'INSURED_JOB', hoursPerWeek: 20 }),
    'FORBIDDEN',
  ),
  does(
    'carla.stein',
    'startPlacement',
    ({ personId, employerId }) => ({
      personId,
      employerId,
      proposalId: 'made-up',
      vacancyId: 'made-up',
      kind: 'INSURED_JOB',
      hoursPerWeek: 20,
    }),
    'NOT_FOUND',
  ),
  // Keys of others open nothing: the person was registered, and the talk noted, under these.
  does(
    'kai.neu',
    'noteInterview',
    ({ caseId, interviewId }) => ({ caseId, interviewId, notes: 'x', idempotencyKey: 'einhausen-2' }),
    'NOT_FOUND',
  ),
  does('kai.neu', 'updateContact', ofPerson({ phone: '06251 1', idempotencyKey: 'einhausen-1' }), 'NOT_FOUND'),
];

const made: [what: string, users: string[], query: string, idOf: (known: HouseIds) => string][] = [
  ['a person', everybody, 'query($id: ID!) { person(id: $id) { id } }', ({ personId }) => personId],
  ['a case', everybody, 'query($id: ID!) { case(id: $id) { id } }', ({ caseId }) => caseId],
  [
    'a benefit unit',
    everybody,
    'query($id: ID!) { benefitUnit(id: $id) { id } }',
    ({ benefitUnitId }) => benefitUnitId,
  ],
  ['an enrolment', everybody, 'query($id: ID!) { enrolment(id: $id) { id } }', ({ enrolmentId }) => enrolmentId],
  [
    'an import',
    ['jonas.keller', 'tina.fern', ...others.filter((user) => user !== 'olaf.brandt')],
    'query($id: ID!) { import(id: $id) { id } }',
    ({ importId }) => importId,
  ],
  [
    'an import, by handing it in',
    ['jonas.keller', 'tina.fern', ...others],
    'mutation($id: ID!) { checkImport(input: { importId: $id, chunks: 1 }) { refusal { code message } } }',
    ({ importId }) => importId,
  ],
  [
    'an import, by giving it up',
    ['jonas.keller', 'tina.fern', ...others],
    'mutation($id: ID!) { discardImport(input: { importId: $id }) { refusal { code message } } }',
    ({ importId }) => importId,
  ],
  [
    'a case, by closing it',
    everybody,
    'mutation($id: ID!) { closeCase(input: { caseId: $id, reason: MOVED_AWAY }) { refusal { code message } } }',
    ({ caseId }) => caseId,
  ],
  [
    'a person, by changing them',
    everybody,
    'mutation($id: ID!) { updateContact(input: { personId: $id, phone: "1" }) { refusal { code message } } }',
    ({ personId }) => personId,
  ],
  [
    'somebody’s household, by changing it',
    everybody,
    'mutation($id: ID!) { endBenefit(input: { benefitUnitId: $id, reason: WORK }) { refusal { code message } } }',
    ({ benefitUnitId }) => benefitUnitId,
  ],
  [
    'somebody who is looked after, by a place for them',
    everybody,
    'mutation($id: ID!) { enrolPerson(input: { measureId: "none", personId: $id }) { refusal { code message } } }',
    ({ personId }) => personId,
  ],
  [
    'somebody who is looked after, by a vacancy for them',
    everybody,
    'mutation($id: ID!) { proposePlacement(input: { vacancyId: "none", personId: $id, withLegalNotice: false ' +
      '}) { refusal { code message } } }',
    ({ personId }) => personId,
  ],
  [
    'a lead',
    ['rathaus.fuerth', 'jonas.keller', 'tina.fern', ...outside],
    'query($id: ID!) { lead(id: $id) { id } }',
    ({ leadId }) => leadId,
  ],
  [
    'a lead, by answering it',
    ['rathaus.fuerth', 'jonas.keller', 'tina.fern', ...outside],
    'mutation($id: ID!) { answerLead(input: { leadId: $id, answer: NO_NEED_NOW }) { refusal { code message } } }',
    ({ leadId }) => leadId,
  ],
  [
    'an employer',
    ['rathaus.fuerth', ...outside],
    'query($id: ID!) { employer(id: $id) { id } }',
    ({ employerId }) => employerId,
  ],
  [
    'an employer, by changing it',
    ['rathaus.fuerth', ...outside],
    'mutation($id: ID!) { updateEmployer(input: { employerId: $id, branch: "x" }) { refusal { code message } } }',
    ({ employerId }) => employerId,
  ],
  [
    'a meeting',
    ['jonas.keller', 'tina.fern', 'rathaus.fuerth', 'kurs.bildungswerk', 'carla.stein', 'olaf.brandt', 'ada.lenz'],
    'query($id: ID!) { exchangeMeeting(id: $id) { id } }',
    ({ meetingId }) => meetingId,
  ],
  [
    'a project',
    ['jonas.keller', 'tina.fern', 'rathaus.fuerth', 'kurs.bildungswerk', 'olaf.brandt'],
    'query($id: ID!) { project(id: $id) { id } }',
    ({ projectId }) => projectId,
  ],
];
const oracles = made.flatMap(([what, users, query, idOf]) =>
  users.map((user): Attack => [`${user} tries out which id is that of ${what}`, alike(user, query, idOf), '200']),
);

export const authorisation: Kind = {
  name: 'people, municipalities and roles',
  attacks: [...questions, ...deeds, ...oracles],
};
