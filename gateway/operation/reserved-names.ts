import { BREAK, visit, type DocumentNode, type NameNode } from 'graphql';

/** Names that mean something to every JavaScript object. Answers and variables are objects keyed by what clients choose. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** The first such name that a client chose, if any. */
export function reservedName(document: DocumentNode): string | undefined {
  let found: string | undefined;
  visit(document, {
    Name: ({ value }: NameNode) => {
      if (!RESERVED.has(value)) return undefined;
      found = value;
      return BREAK;
    },
  });
  return found;
}
