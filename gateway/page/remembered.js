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

/** Days that an operation asks for, counted from today: the journey is for any day it is walked on. */
const DAYS_AHEAD = { validFrom: 0, startsFrom: 0, to: 0, scheduledAt: 0, dueOn: 30, startsOn: 30, refreshOn: 60, endsOn: 120, approvedUntil: 365 };

/** What an operation starts with: ids that an earlier answer showed, such as the person seen last for `$personId`, and days. */
export function variablesFor(graphql, query, seen, now = new Date()) {
  return Object.fromEntries(openVariables(graphql, query).map((name) => [name, valueFor(name, seen, now) ?? '']));
}

/** Variables that neither a default nor an earlier answer fills. */
export function missingFor(graphql, query, seen) {
  return openVariables(graphql, query).filter((name) => valueFor(name, seen, new Date()) === undefined);
}

function openVariables(graphql, query) {
  const [operation] = graphql.parse(query).definitions;
  return (operation.variableDefinitions ?? []).filter(({ defaultValue }) => !defaultValue).map(({ variable }) => variable.name.value);
}

function valueFor(name, seen, now) {
  const days = DAYS_AHEAD[name];
  if (days === undefined) return seen[typeOf(name)];
  const day = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return name.endsWith('At') ? `${day}T15:00:00Z` : day;
}

/** `$personId` is the id of a Person. */
function typeOf(variable) {
  const type = variable.replace(/Id$/, '');
  return type.charAt(0).toUpperCase() + type.slice(1);
}
