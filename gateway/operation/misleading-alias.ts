import { GraphQLError, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { NeededFields } from './needed-fields.ts';

/** Names that the planner gives to fields of one name and several types while it joins them. */
const OF_THE_PLANNER = /__alias_\d+$/;

/**
 * Refuses an alias that is called like a field a service needs, and stands for another one. What services are handed
 * about an object is read from what others answered, by name: a client could say there what is not so. Takes time in
 * proportion to the text: each fragment is looked at once, on the type that it names.
 */
export function misleadingAliases(
  needed: NeededFields,
  schema: GraphQLSchema,
): (document: DocumentNode) => GraphQLError[] {
  const known = new WeakMap<DocumentNode, GraphQLError[]>();
  return (document) => {
    const errors = known.get(document) ?? aliasErrors(document, { needed, schema });
    known.set(document, errors);
    return errors;
  };
}

function aliasErrors(
  document: DocumentNode,
  { needed, schema }: { needed: NeededFields; schema: GraphQLSchema },
): GraphQLError[] {
  const errors: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ alias, name }) => {
        if (!alias || alias.value === name.value) return;
        const type = types.getParentType()?.name ?? '';
        if (needed.get(type)?.has(alias.value) || OF_THE_PLANNER.test(alias.value))
          errors.push(misleading(alias.value, `${type}.${name.value}`));
      },
    }),
  );
  return errors;
}

function misleading(alias: string, field: string): GraphQLError {
  return new GraphQLError(
    `"${alias}" cannot stand for ${field}: the graph itself needs a field of that name there. Choose another alias.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}
