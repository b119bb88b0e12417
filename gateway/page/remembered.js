/**
 * The ids in answers by type: { Person: { value: '…' }, Case: … }. Operations of the journey start with them, so that
 * nobody has to copy an id from one answer into the next operation. What somebody has just made stays, whatever a list
 * shows first.
 */
export function remember(graphql, schema, { query, data, before }) {
  if (!data) return before;
  const seen = { ...before };
  const changes = changesSomething(graphql, query);
  for (const { type, path } of idFields(graphql, schema, query)) {
    const value = valueAt(data, path);
    // In a mutation `openCase { case { id } }`: what it made is in its payload, and deeper is what that belongs to.
    if (typeof value === 'string' && (changes || !seen[type]?.made))
      seen[type] = { value, made: changes && path.length === 3 };
  }
  return seen;
}

/** What an operation shows the ids of, and how deep in its answer, lists and payloads aside: `{ Person: 2 }`. */
export function shownTypes(graphql, schema, query) {
  const payload = changesSomething(graphql, query) ? 1 : 0;
  const depth = ({ path }) => path.filter((part) => part !== 'edges' && part !== 'node').length - payload;
  return Object.fromEntries(idFields(graphql, schema, query).map((field) => [field.type, depth(field)]));
}

/** Among earlier operations, the one that is most about the ids of a type and does not ask for one itself. */
export function firstToShow(type, operations) {
  const able = operations.filter(({ asks, shows }) => type in shows && !asks.includes(type));
  return able.sort((one, other) => one.shows[type] - other.shows[type])[0];
}

/** What an operation asks the ids of. */
export function askedTypes(graphql, query) {
  return openVariables(graphql, query).map(typeOf);
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

function changesSomething(graphql, query) {
  return graphql.parse(query).definitions.some(({ operation }) => operation === 'mutation');
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

/** The file that is sent, as bytes in base64. */
export function contentOf(list) {
  return { value: btoa(String.fromCodePoint(...new TextEncoder().encode(list))) };
}

/** Writes a day as the graph does: 2026-03-01. */
const GERMAN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });

/** Days that an operation asks for, counted from today: the journey is for any day it is walked on. */
const DAYS_AHEAD = {
  validFrom: 0,
  to: 0,
  scheduledAt: 0,
  dueOn: 30,
  startsOn: 30,
  refreshOn: 60,
  endsOn: 120,
  approvedUntil: 365,
};

/**
 * What an operation starts with: ids that an earlier answer showed, such as the person seen last for `$personId`, and
 * days.
 */
export function variablesFor(graphql, query, seen, now = new Date()) {
  return Object.fromEntries(openVariables(graphql, query).map((name) => [name, valueFor(name, seen, now) ?? '']));
}

/** Variables that neither a default nor an earlier answer fills, and what they are the ids of. */
export function missingFor(graphql, query, seen) {
  const open = openVariables(graphql, query).filter((name) => valueFor(name, seen, new Date()) === undefined);
  return open.map((variable) => ({ variable, type: typeOf(variable) }));
}

function openVariables(graphql, query) {
  const [operation] = graphql.parse(query).definitions;
  return (operation.variableDefinitions ?? [])
    .filter(({ defaultValue }) => !defaultValue)
    .map(({ variable }) => variable.name.value);
}

function valueFor(name, seen, now) {
  const days = DAYS_AHEAD[name];
  if (days === undefined) return seen[typeOf(name)]?.value;
  // The day in Germany, where the house counts its days, wherever and at whatever hour the page is open.
  const day = GERMAN_DAY.format(new Date(now.getTime() + days * 86_400_000));
  return name.endsWith('At') ? `${day}T15:00:00Z` : day;
}

/** `$personId` is the id of a Person. */
function typeOf(variable) {
  const type = variable.replace(/Id$/, '');
  return type.charAt(0).toUpperCase() + type.slice(1);
}
