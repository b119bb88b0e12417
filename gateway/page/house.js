const { GraphQL: graphql } = window.GraphiQL;

const NO_ANSWER =
  'The gateway does not answer. Is the house still running? Start it again with npm start, then run this once more.';

export async function json(path) {
  const response = await fetch(path);
  return response.json();
}

export async function text(path) {
  const response = await fetch(path);
  return response.text();
}

function post(path, body, headers = {}) {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Tokens are kept in this page alone, one for each user, until they expire. */
const tokens = new Map();

async function tokenOf(user) {
  const known = tokens.get(user);
  if (known && Date.parse(known.expiresAt) - Date.now() > 60_000) return known.token;
  const issued = await (await post('/dev/token', { user })).json();
  tokens.set(user, issued);
  return issued.token;
}

/**
 * The one operation to be sent. The gateway takes exactly one, the editor may hold several; and the name that GraphiQL
 * gives may still be that of the text before, when somebody runs an operation as soon as it is there.
 */
export function chosen({ query, operationName }) {
  const all = operationsIn(query);
  const names = Object.keys(all);
  const name = names.length === 1 ? names[0] : operationName;
  return { query: names.length > 1 && all[name] ? graphql.print(all[name]) : query, operationName: name || undefined };
}

/** None in what is not GraphQL yet: then the gateway says what is wrong with it. */
function operationsIn(query) {
  try {
    return graphql.separateOperations(graphql.parse(query));
  } catch {
    return {};
  }
}

/** Asks the graph as a demo user. Whatever happens, there is an answer that a person can read. */
export async function send(user, { query, operationName, variables }) {
  const asked = async () =>
    post('/graphql', { query, operationName, variables }, { authorization: `Bearer ${await tokenOf(user)}` });
  try {
    const response = await asked();
    if (response.status !== 401) return await response.json();
    // A token that ran out, or that a house issued which was set up anew since: the next one is as good as the first.
    tokens.delete(user);
    return await (await asked()).json();
  } catch {
    return { errors: [{ message: NO_ANSWER }] };
  }
}
