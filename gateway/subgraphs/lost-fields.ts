import { Kind, parse, type FragmentDefinitionNode, type SelectionNode } from 'graphql';

/** What the planner appends where it joins fields of one name and several types. */
const OF_THE_PLANNER = /__alias_\d+$/;

/** The fields, by the names of the answer, that stay empty when a service does not answer. */
export function lostFields(query: string): ReadonlySet<string> {
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const selections = operation?.selectionSet.selections ?? [];
  const [entities] = selections;
  const ofEntities = entities?.kind === Kind.FIELD && entities.name.value === '_entities';
  return new Set(namesIn(ofEntities ? (entities.selectionSet?.selections ?? []) : selections, fragments));
}

function namesIn(
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value.replace(OF_THE_PLANNER, '');
      return name === '__typename' ? [] : [name];
    }
    const { selectionSet } =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : (fragments.get(selection.name.value) ?? {});
    return namesIn(selectionSet?.selections ?? [], fragments);
  });
}
