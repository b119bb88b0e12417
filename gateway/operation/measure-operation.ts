import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of an operation, with every fragment counted as often as it is spread. */
export type Size = {
  depth: number;
  selections: number;
  aliases: number;
  directives: number;
  /** The fields of this level alone. */
  fields: number;
};

const NOTHING: Size = { depth: 0, selections: 0, aliases: 0, directives: 0, fields: 0 };

/** Fragments that spread each other never end. */
export class EndlessFragments extends Error {}

/** Measures an operation in time linear in its text: each fragment is measured once, however often it is spread. */
export function measureOperation(document: DocumentNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const measured = new Map<string, Size | 'measuring'>();
  const sizeOfFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known === 'measuring') throw new EndlessFragments();
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    measured.set(name, 'measuring');
    const size = withDirectives(sizeOf(fragment.selectionSet, sizeOfFragment), fragment.directives);
    measured.set(name, size);
    return size;
  };

  const operations = document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const size = withDirectives(sizeOf(definition.selectionSet, sizeOfFragment), definition.directives);
    return [
      (definition.variableDefinitions ?? []).reduce((sum, { directives }) => withDirectives(sum, directives), size),
    ];
  });
  // What is never spread is still validated, so it counts as well.
  const unused = [...fragments.keys()]
    .filter((name) => !measured.has(name))
    .map((name) => ({ ...sizeOfFragment(name), fields: 0 }));
  return [...unused, ...operations].reduce(largestOfSizes, NOTHING);
}

type SizeOfFragment = (name: string) => Size;

function sizeOf(set: SelectionSetNode, sizeOfFragment: SizeOfFragment): Size {
  return set.selections.map((selection) => sizeOfSelection(selection, sizeOfFragment)).reduce(sumOfSizes, NOTHING);
}

function sizeOfSelection(selection: SelectionNode, sizeOfFragment: SizeOfFragment): Size {
  if (selection.kind === Kind.FRAGMENT_SPREAD)
    return withDirectives(withSelection(sizeOfFragment(selection.name.value)), selection.directives);
  const below = selection.selectionSet ? sizeOf(selection.selectionSet, sizeOfFragment) : NOTHING;
  if (selection.kind === Kind.INLINE_FRAGMENT) return withDirectives(withSelection(below), selection.directives);
  // What the schema says about itself nests deeply; graphql's own rules bound that, and where it is switched off they
  // refuse it.
  const depth = selection.name.value === '__schema' || selection.name.value === '__type' ? 1 : below.depth + 1;
  const field = { ...withSelection(below), depth, fields: 1, aliases: below.aliases + (selection.alias ? 1 : 0) };
  return withDirectives(field, selection.directives);
}

function withSelection(size: Size): Size {
  return { ...size, selections: size.selections + 1 };
}

function withDirectives(size: Size, directives: readonly unknown[] = []): Size {
  return directives.length === 0 ? size : { ...size, directives: size.directives + directives.length };
}

/** Returns the size of two selections side by side. */
function sumOfSizes(left: Size, right: Size): Size {
  return {
    depth: Math.max(left.depth, right.depth),
    selections: left.selections + right.selections,
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
    fields: left.fields + right.fields,
  };
}

function largestOfSizes(left: Size, right: Size): Size {
  return {
    depth: Math.max(left.depth, right.depth),
    selections: Math.max(left.selections, right.selections),
    aliases: Math.max(left.aliases, right.aliases),
    directives: Math.max(left.directives, right.directives),
    fields: Math.max(left.fields, right.fields),
  };
}
