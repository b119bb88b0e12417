import {
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  getNamedType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A field as an operation asks for it, under one name of the answer. */
export type AskedField = { owner: string; name: string; type: GraphQLOutputType; below: Selected[] };
/** Fields asked for on a type. */
export type Selected = { set: SelectionSetNode; on: GraphQLNamedType | undefined };

export type Asked = { schema: GraphQLSchema; fragments: ReadonlyMap<string, FragmentDefinitionNode> };

/** The fields of an object by their names in the answer; which of them its type has, the answer itself says. */
export function askedFields(selected: readonly Selected[], asked: Asked): ReadonlyMap<string, AskedField> {
  const fields = new Map<string, AskedField>();
  for (const one of selected) collect(one, { asked, fields });
  return fields;
}

function collect({ set, on }: Selected, into: { asked: Asked; fields: Map<string, AskedField> }): void {
  const { schema, fragments } = into.asked;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const field = isObjectType(on) || isInterfaceType(on) ? on.getFields()[selection.name.value] : undefined;
      if (!field || !on) continue;
      const name = (selection.alias ?? selection.name).value;
      const known = into.fields.get(name) ?? { owner: on.name, name: field.name, type: field.type, below: [] };
      if (selection.selectionSet) known.below.push({ set: selection.selectionSet, on: getNamedType(field.type) });
      into.fields.set(name, known);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    collect({ set: fragment.selectionSet, on: condition === undefined ? on : schema.getType(condition) }, into);
  }
}

/** The place of a field's objects, with `@` for each list they lie in. */
export function placeBelow(place: string, { name, type }: { name: string; type: GraphQLOutputType }): string {
  let below = place === '' ? name : `${place}.${name}`;
  for (let inner = type; isNonNullType(inner) || isListType(inner); inner = inner.ofType)
    if (isListType(inner)) below += '.@';
  return below;
}
