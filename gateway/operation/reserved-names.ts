import { BREAK, visit, type DocumentNode, type FieldNode, type NameNode, type VariableDefinitionNode } from 'graphql';

/** Names with a meaning for every JavaScript object. Answers and variables are objects keyed by what clients choose. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** The variable by which the planner asks services for entities: one of a client's would stand in its place. */
const OF_THE_PLANNER = 'representations';

/** Returns the first reserved name that a client chose, if any. */
export function reservedName(document: DocumentNode): string | undefined {
  let found: string | undefined;
  const refuse = (name: string): typeof BREAK => {
    found = name;
    return BREAK;
  };
  visit(document, {
    Name: ({ value }: NameNode) => (RESERVED.has(value) ? refuse(value) : undefined),
    // GraphQL keeps these for itself, and the planner reads the type of an entity from its `__typename`.
    Field: ({ alias }: FieldNode) => (alias?.value.startsWith('__') ? refuse(alias.value) : undefined),
    VariableDefinition: ({ variable }: VariableDefinitionNode) =>
      variable.name.value === OF_THE_PLANNER ? refuse(variable.name.value) : undefined,
  });
  return found;
}
