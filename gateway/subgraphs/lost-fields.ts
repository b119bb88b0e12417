import { Kind, parse, type SelectionNode } from 'graphql';

type Path = (string | number)[];

/** The most paths in one answer: more of them say nothing more. */
const MAX_PATHS = 100;

/** Returns the fields of a request to a service that stay empty when it does not answer, as paths in its own answer. */
export function lostFields(query: string, representations: unknown): Path[] {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  if (!Array.isArray(representations))
    return fieldsOf(operation.selectionSet.selections, undefined).map((name) => [name]);

  const entities = operation.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  const wanted = entities?.selectionSet?.selections ?? [];
  return representations
    .flatMap((representation, index) =>
      fieldsOf(wanted, typeOf(representation)).map((name): Path => ['_entities', index, name]),
    )
    .slice(0, MAX_PATHS);
}

function fieldsOf(selections: readonly SelectionNode[], type: string | undefined): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === '__typename' ? [] : [(selection.alias ?? selection.name).value];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = selection.typeCondition?.name.value;
    return type === undefined || condition === undefined || condition === type
      ? fieldsOf(selection.selectionSet.selections, type)
      : [];
  });
}

function typeOf(representation: unknown): string | undefined {
  if (typeof representation !== 'object' || representation === null || !('__typename' in representation))
    return undefined;
  return String(representation.__typename);
}
