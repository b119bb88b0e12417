import { toService, type Attack, type Kind, type HouseIds, type Variables } from '../support/attacks/attack.ts';
import type { AttackedHouse } from '../support/attacks/attacked-house.ts';
import { confused, forged, seconds, stranger, tampered, unsigned } from '../support/attacks/forge.ts';
import { services } from '#infra/house/ports.ts';
import type { ServiceName } from '#shared/settings/settings.ts';
import { signInternalToken, type Actor } from '#shared/identity/identity.ts';

const header = { alg: 'EdDSA', typ: 'kurze-wege-internal+jwt' };
const anna: Actor = { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: ['06431006'] };
const claims = (aud: string, changed: object = {}): object => ({
  iss: 'kurze-wege-gateway',
  aud,
  iat: seconds(0),
  exp: seconds(30),
  actor: anna,
  requestId: 'r',
  ...changed,
});
const other = (service: ServiceName): ServiceName => (service === 'people' ? 'cases' : 'people');

type Forger = (service: ServiceName, house: AttackedHouse) => string | Promise<string>;
const forgers: [string, Forger][] = [
  ['no token', () => ''],
  ['the token of a caller', (_, { tokenOf }) => tokenOf('anna.berg')],
  ['a token that nobody signed', (service) => unsigned({ ...header, alg: 'none' }, claims(service))],
  ['a token signed by a stranger', (service) => forged(header, claims(service), stranger)],
  ['a token signed with the public key', (service, { keys }) => confused(header, claims(service), keys.internal)],
  ['a token signed with the key of callers', (service, { keys }) => forged(header, claims(service), keys.issuer)],
  [
    'the token for another service',
    (service, { keys }) => signInternalToken(keys.internal, { actor: anna, requestId: 'r' }, other(service)),
  ],
  [
    'a token for all services',
    (service, { keys }) => forged(header, claims(service, { aud: services }), keys.internal),
  ],
  [
    'a token of a minute ago',
    (service, { keys }) => forged(header, claims(service, { iat: seconds(-60), exp: seconds(-30) }), keys.internal),
  ],
  [
    'a token for a whole day',
    (service, { keys }) => forged(header, claims(service, { exp: seconds(86_400) }), keys.internal),
  ],
  [
    'a token of tomorrow',
    (service, { keys }) =>
      forged(header, claims(service, { iat: seconds(86_400), exp: seconds(86_430) }), keys.internal),
  ],
  [
    'a token with another header',
    (service, { keys }) => forged({ ...header, kid: 'x' }, claims(service), keys.internal),
  ],
  [
    'a token without an actor',
    (service, { keys }) => forged(header, claims(service, { actor: undefined }), keys.internal),
  ],
  [
    'a token with a role that does not exist',
    (service, { keys }) => forged(header, claims(service, { actor: { ...anna, role: 'ADMIN' } }), keys.internal),
  ],
  [
    'a token whose claims were changed',
    async (service, { keys }) =>
      tampered(
        await signInternalToken(keys.internal, { actor: { ...anna, role: 'TOWN_HALL' }, requestId: 'r' }, service),
        { actor: anna },
      ),
  ],
];

const entities = 'query($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
const person =
  (more: Variables = {}) =>
  ({ personId: id }: HouseIds) => ({ of: [{ __typename: 'Person', id, ...more }] });
const doors = forgers.flatMap(([name, forge]) =>
  services.map((service): Attack => [
    `${name}, at ${service}`,
    toService(service, { token: (house) => forge(service, house), query: entities, variables: person() }),
    '401 UNAUTHENTICATED',
  ]),
);

/** Whoever has got into the network and holds a token of the gateway is still only who the token says. */
const asActor = (service: ServiceName, actor: Actor, [query, variables]: [string, (known: HouseIds) => Variables]) =>
  toService(service, {
    token: ({ keys }) => signInternalToken(keys.internal, { actor, requestId: 'r' }, service),
    query,
    variables,
  });
const of = (type: string, selection: string): string =>
  `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} ${selection} } }`;
const kai: Actor = { id: 'kai.neu', role: 'CASE_MANAGER', municipalities: ['06431006'] };
const mayor: Actor = { id: 'rathaus.einhausen', role: 'TOWN_HALL', municipalities: ['06431006'] };
const facts = {
  birthDate: '1950-01-01',
  benefitPeriods: [{ from: '2000-01-01' }],
  employments: [],
  severelyDisabled: true,
  minorChildInBenefitUnit: true,
  fundedMonths16i: 0,
};
const made =
  (...representations: unknown[]) =>
  () => ({ of: representations });

const representations: Attack[] = [
  ['a person, for a town hall', asActor('people', mayor, [of('Person', '{ familyName }'), person()]), '200 FORBIDDEN'],
  [
    'a person with a name that was brought along, for a town hall',
    asActor('people', mayor, [of('Person', '{ familyName }'), person({ familyName: 'x', municipality: '06431006' })]),
    '200 FORBIDDEN',
  ],
  [
    'a case, for a colleague',
    asActor('cases', kai, [
      of('Case', '{ interviews { notes } }'),
      ({ caseId: id }) => ({ of: [{ __typename: 'Case', id, careTeam: ['kai.neu'] }] }),
    ]),
    '200 NOT_FOUND',
  ],
  [
    'the timeline of a case, for a colleague',
    asActor('insights', kai, [
      of('Case', '{ timeline { edges { node { name } } } }'),
      ({ caseId: id }) => ({ of: [{ __typename: 'Case', id }] }),
    ]),
    '200 NOT_FOUND',
  ],
  [
    'what fits a person whose facts are made up, for a colleague',
    asActor('measures', kai, [of('Person', '{ fittingInstruments { instrument { code } } }'), person(facts)]),
    '200 FORBIDDEN',
  ],
  [
    'enrolments of a person, for a colleague',
    asActor('measures', kai, [of('Person', '{ enrolments { id } }'), person()]),
    { _entities: [{ enrolments: [] }] },
  ],
  [
    'proposals to a person, for a colleague',
    asActor('employers', kai, [of('Person', '{ proposals { id } }'), person()]),
    '200 FORBIDDEN',
  ],
  [
    'enrolments of a case, for a town hall',
    asActor('measures', mayor, [
      of('Case', '{ enrolments { id } }'),
      ({ caseId: id }) => ({ of: [{ __typename: 'Case', id }] }),
    ]),
    '200 FORBIDDEN',
  ],
  ['a query as an entity', asActor('people', anna, [entities, made({ __typename: 'Query' })]), '200 INTERNAL_ERROR'],
  ['an entity without a type', asActor('people', anna, [entities, made({ id: '1' })]), '200 INTERNAL_ERROR'],
  [
    'an entity whose type is every object',
    asActor('people', anna, [entities, made({ __typename: '__proto__' }, { __typename: 'constructor', id: '1' })]),
    '200 INTERNAL_ERROR',
  ],
  [
    'an entity with an operator as its id',
    asActor('people', anna, [entities, made({ __typename: 'Person', id: { $ne: null } })]),
    '200 NOT_FOUND',
  ],
  ['text and nothing as entities', asActor('people', anna, [entities, made('Person', null)]), '400 BAD_USER_INPUT'],
  [
    'all types of a service',
    asActor('people', anna, ['{ __schema { types { name } } }', () => ({})]),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
];

export const entitiesAtServices: Kind = { name: 'services reached directly', attacks: [...doors, ...representations] };
