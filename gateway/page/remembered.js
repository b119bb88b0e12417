/**
 * The ids in answers by type: { Person: '…', Case: '…' }. Operations of the journey start with them, so that nobody has to copy
 * an id from one answer into the next operation.
 */
export function remember(graphql, schema, query, data, before) {
  if (!data) return before;
  const seen = { ...before };
  for (const { type, path } of idFields(graphql, schema, query)) {
    const id = valueAt(data, path);
    if (typeof id === 'string') seen[type] = id;
  }
  return seen;
}

/** Where an operation asks for ids, and of what. */
function idFields(graphql, schema, query) {
  const info = new graphql.TypeInfo(schema);
  const path = [];
  const found = [];
  const visitor = {
    Field: {
      enter: (node) => {
        path.push((node.alias ?? node.name).value);
        if (node.name.value === 'id') found.push({ type: info.getParentType()?.name, path: [...path] });
      },
      leave: () => void path.pop(),
    },
  };
  try {
    graphql.visit(graphql.parse(query), graphql.visitWithTypeInfo(info, visitor));
  } catch {
    return [];
  }
  // The deepest first: what lies at the top of an answer is what it is about, and counts last.
  return found.filter(({ type }) => type).sort((left, right) => right.path.length - left.path.length);
}

/** In a list, the first that has a value there. */
function valueAt(value, path) {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    for (const entry of value) {
      const found = valueAt(entry, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return path.length === 0 ? value : valueAt(value[path[0]], path.slice(1));
}

/** Variables of an operation that an earlier answer can fill: `$personId` with the person seen last. */
export function variablesFor(graphql, query, seen) {
  const [operation] = graphql.parse(query).definitions;
  const open = (operation.variableDefinitions ?? []).filter(({ defaultValue }) => !defaultValue);
  return Object.fromEntries(open.map(({ variable: { name } }) => [name.value, seen[typeOf(name.value)] ?? '']));
}

export function typeOf(variable) {
  const type = variable.replace(/Id$/, '');
  return type.charAt(0).toUpperCase() + type.slice(1);
}
