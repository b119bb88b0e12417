import {
  GraphQLError,
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type DefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import type { PagedOperation } from './page-cost.ts';

/**
 * Returns what is wrong where null was sent and a value is needed. A variable that may be null may stand where there is
 * a default, so that it can be left out; whether null itself was sent shows only with the variables.
 */
export function nullArguments(
  schema: GraphQLSchema,
  { operation, fragments, variables }: PagedOperation,
): GraphQLError[] {
  if (!Object.values(variables).includes(null)) return [];
  const errors: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  // Fragments of other operations of the text say nothing about this one's variables.
  const reached = new Set<DefinitionNode>([operation]);
  const looksAtUses: ASTVisitor = {
    VariableDefinition: () => false,
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment) reached.add(fragment);
    },
    Variable: ({ name: { value: name } }) => {
      const type = types.getInputType();
      if (variables[name] === null && isNonNullType(type)) errors.push(nullRefused(name, type.toString()));
    },
  };
  for (const definition of reached) visit(definition, visitWithTypeInfo(types, looksAtUses));
  return errors;
}

function nullRefused(name: string, type: string): GraphQLError {
  return new GraphQLError(
    `Variable "$${name}" must not be null where ${type} is expected; leave it out to have the default.`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}
