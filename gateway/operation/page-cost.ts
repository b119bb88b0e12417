import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  valueFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const MAX_PAGE = 100;

export type PagedOperation = {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
};

/**
 * Returns how many entries of lists an operation may ask for: every page with its `first`, times the pages it lies in.
 */
export function pageCost(schema: GraphQLSchema, { operation, fragments, variables }: PagedOperation): number {
  const ofFragments = new Map<string, number>();

  const ofSet = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += ofField(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += ofSet(
          selection.selectionSet,
          selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent,
        );
      else cost += ofFragment(selection.name.value);
    }
    return cost;
  };
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    const cost =
      ofFragments.get(name) ?? ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    ofFragments.set(name, cost);
    return cost;
  };
  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): number => {
    if (!node.selectionSet) return 0;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const below = field && !isUnionType(parent) ? ofSet(node.selectionSet, getNamedType(field.type)) : 0;
    const first = field?.args.find(({ name }) => name === 'first');
    if (!first) return below;
    return pageSize(node, first, variables) * (1 + below);
  };
  return ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/**
 * Returns the size of a page. The services refuse a page that is too large or too small; here it only must not hide
 * what lies within it.
 */
function pageSize(node: FieldNode, first: GraphQLArgument, variables: Record<string, unknown>): number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const value: unknown = (given && valueFromAST(given, first.type, variables)) ?? first.defaultValue;
  return typeof value === 'number' ? Math.min(Math.max(value, 1), MAX_PAGE) : MAX_PAGE;
}
