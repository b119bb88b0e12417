import {
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isAbstractType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Names of fields by the type on which some service needs them, as a key or to work out another field. */
export type NeededFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads from a supergraph what services are handed about an object before they answer for it. */
export function neededFields(supergraph: GraphQLSchema): NeededFields {
  const composite = Object.values(supergraph.getTypeMap()).filter(isCompositeType);
  const named = new Map<string, Set<string>>(composite.map(({ name }) => [name, new Set()]));
  for (const type of composite)
    for (const fieldSet of fieldSetsOf(type))
      for (const [owner, field] of fieldsIn(supergraph, { type: type.name, fieldSet })) named.get(owner)?.add(field);
  // What stands on an interface or a union may turn out to be any of its types, and the other way round.
  return new Map(
    composite.map((type) => [
      type.name,
      new Set(kin(supergraph, type).flatMap(({ name }) => [...(named.get(name) ?? [])])),
    ]),
  );
}

/** What a service needs to know to answer a field, by `Type.field`. */
export type Requirements = ReadonlyMap<string, readonly SelectionSetNode[]>;

/** Reads from a supergraph which fields are worked out from others, and from which. */
export function requirements(supergraph: GraphQLSchema): Requirements {
  return new Map(
    Object.values(supergraph.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).map(({ name, astNode }): [string, SelectionSetNode[]] => [
          `${type.name}.${name}`,
          fieldSetsIn(astNode?.directives, REQUIRES).flatMap((fieldSet) => selectionSetOf(type.name, fieldSet)),
        ]),
      )
      .filter(([, sets]) => sets.length > 0),
  );
}

function selectionSetOf(type: string, fieldSet: string): SelectionSetNode[] {
  return parse(`fragment needed on ${type} { ${fieldSet} }`).definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [definition.selectionSet] : [],
  );
}

const REQUIRES = { directive: 'join__field', argument: 'requires' };

function fieldSetsOf(type: GraphQLCompositeType): string[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return [
    ...fieldSetsIn(type.astNode?.directives, { directive: 'join__type', argument: 'key' }),
    ...fields.flatMap(({ astNode }) => fieldSetsIn(astNode?.directives, REQUIRES)),
  ];
}

function fieldSetsIn(
  directives: readonly ConstDirectiveNode[] = [],
  { directive, argument }: { directive: string; argument: string },
): string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap((applied) => applied.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === argument && value.kind === Kind.STRING ? [value.value] : []));
}

/** Every field of a set with the type it is a field of, nested ones as well. */
function fieldsIn(
  schema: GraphQLSchema,
  { type, fieldSet }: { type: string; fieldSet: string },
): [owner: string, field: string][] {
  const fields: [string, string][] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(`fragment needed on ${type} { ${fieldSet} }`),
    visitWithTypeInfo(types, {
      Field: ({ name }) => void fields.push([types.getParentType()?.name ?? '', name.value]),
    }),
  );
  return fields;
}

function kin(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return [type, ...possible, ...possible.flatMap((object) => object.getInterfaces())];
}
