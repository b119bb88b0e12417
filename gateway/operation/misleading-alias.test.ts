import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import { supergraphFile } from '../config.ts';
import { journey } from '../page/journey.ts';
import { composeSupergraph } from '../supergraph/compose-supergraph.ts';
import { misleadingAliases } from './misleading-alias.ts';
import { neededFields } from './needed-fields.ts';

const house = readFileSync(supergraphFile, 'utf8');
const supergraph = (sdl: string): GraphQLSchema => buildSchema(sdl, { assumeValidSDL: true });
const refusalsIn = (schema: GraphQLSchema) => {
  const errorsOf = misleadingAliases(neededFields(schema), schema);
  return (query: string) =>
    errorsOf(parse(query)).map(({ message }) => /"(\w+)" .* (\w+\.\w+):/.exec(message)?.slice(1));
};

describe('an alias in the house', () => {
  const refused = refusalsIn(supergraph(house));
  const ofPerson = (selection: string): string =>
    `{ persons { edges { node { ${selection} eligibility(instrument: "P16I") { verdict } } } } }`;

  test.each([
    ['severelyDisabled: longTermRecipient', 'severelyDisabled', 'Person.longTermRecipient'],
    ['birthDate: registeredOn', 'birthDate', 'Person.registeredOn'],
    ['id: customerNumber', 'id', 'Person.customerNumber'],
    [
      'fundedMonths16i: monthsOfReceipt(from: "2026-01-01", to: "2026-02-01")',
      'fundedMonths16i',
      'Person.monthsOfReceipt',
    ],
    ['youngestChildOfAgeOn: registeredOn', 'youngestChildOfAgeOn', 'Person.registeredOn'],
    ['employments: benefitPeriods { from to }', 'employments', 'Person.benefitPeriods'],
    ['benefitPeriods { from: to }', 'from', 'BenefitPeriod.to'],
    ['employments { hoursPerWeek: from to }', 'hoursPerWeek', 'Employment.from'],
    ['cases { id: status }', 'id', 'Case.status'],
    ['municipality { ags: name }', 'ags', 'Municipality.name'],
    ['... on Person { birthDate: registeredOn }', 'birthDate', 'Person.registeredOn'],
    ['... @include(if: true) { birthDate: registeredOn }', 'birthDate', 'Person.registeredOn'],
    ['sex__alias_0: registeredOn', 'sex__alias_0', 'Person.registeredOn'],
  ])('is refused where it would say to a service what is not so: %s', (selection, alias, field) => {
    expect(refused(ofPerson(selection))).toEqual([[alias, field]]);
  });

  test('is refused in a fragment as well, once however often it is spread', () => {
    expect(
      refused(`{ a: persons { edges { node { ...p } } } b: persons { edges { node { ...p } } } }
        fragment p on Person { ...q } fragment q on Person { birthDate: registeredOn }`),
    ).toEqual([['birthDate', 'Person.registeredOn']]);
  });

  test.each([
    ['born: birthDate'],
    ['birthDate: birthDate'],
    ['number: id'],
    ['benefitPeriods { begin: from end: to }'],
    ['contact { birthDate: email }'],
    ['title: customerNumber'],
  ])('that misleads nobody is welcome: %s', (selection) => {
    expect(refused(ofPerson(selection))).toEqual([]);
  });

  test.each(journey().flatMap(({ operations }) => operations))(
    'of the journey is welcome: $step · $title',
    ({ query }) => {
      expect(refused(query)).toEqual([]);
    },
  );
});

test('no service needs a field with arguments, which could be asked for under its own name with other ones', () => {
  expect(house).not.toMatch(/(requires|key): "[^"]*\(/);
});

describe('an alias on what may be of several types', () => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@key", "@requires", "@external", "@shareable"])`;
  const typeDefs = (sdl: string) => ({ typeDefs: parse(`${link} ${sdl}`) });
  const refused = refusalsIn(
    supergraph(
      composeSupergraph([
        {
          name: 'shops',
          ...typeDefs(`
            type Query { wares: [Ware!] things: [Thing!] }
            interface Ware { id: ID! label: String }
            union Thing = Book | Stone
            type Book implements Ware @key(fields: "id shelf { row }") {
              id: ID! label: String shelf: Shelf @shareable pages: Int origin: Origin
            }
            type Shelf { row: Int @shareable column: Int }
            interface Origin { place: String note: String }
            type Print implements Origin { place: String note: String }
            type Stone implements Ware { id: ID! label: String weight: Int }`),
        },
        {
          name: 'post',
          ...typeDefs(`
            interface Origin { place: String }
            type Print implements Origin { place: String @external }
            type Shelf { row: Int @shareable }
            type Book @key(fields: "id shelf { row }") {
              id: ID! shelf: Shelf @shareable pages: Int @external origin: Origin @external
              postage: Int @requires(fields: "pages origin { place }")
            }`),
        },
      ]),
    ),
  );

  test.each([
    ['of an interface', '{ wares { id: label } }', [['id', 'Ware.label']]],
    ['of an interface, where one type of it needs it', '{ wares { pages: label } }', [['pages', 'Ware.label']]],
    ['of a type in a union', '{ things { ... on Book { pages: label } } }', [['pages', 'Book.label']]],
    ['of an interface in a union', '{ things { ... on Ware { pages: label } } }', [['pages', 'Ware.label']]],
    ['within a nested key', '{ things { ... on Book { shelf { row: column } } } }', [['row', 'Shelf.column']]],
    [
      'of a type whose interface is needed',
      '{ things { ... on Book { origin { ... on Print { place: note } } } } }',
      [['place', 'Print.note']],
    ],
    ['of a type that nobody needs anything of', '{ things { ... on Stone { pages: weight } } }', []],
  ])('%s', (_, query, expected) => {
    expect(refused(query)).toEqual(expected);
  });
});
