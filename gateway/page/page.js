import { journeyPlugin } from './journey.js';
import { remember } from './remembered.js';

const { createElement: h, useCallback, useEffect, useMemo, useState } = window.React;
const { GraphiQL } = window;
const graphql = GraphiQL.GraphQL;

const FIRST_USER = 'miriam.vogt';
const WELCOME = `# Welcome. Pick who you are above,
# pick an operation on the left,
# and run it: button or Ctrl-Enter.
#
# What you may not see is null,
# with a code in "errors" that says why.

query WhoIsThere {
  __typename
}
`;

async function json(path, options) {
  const response = await fetch(path, options);
  return response.json();
}

function post(path, body, headers = {}) {
  return json(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

/** Tokens are kept in this page alone, one for each user, until they expire. */
const tokens = new Map();

async function tokenOf(user) {
  const known = tokens.get(user);
  if (known && Date.parse(known.expiresAt) - Date.now() > 60_000) return known.token;
  const issued = await post('/dev/token', { user });
  tokens.set(user, issued);
  return issued.token;
}

/** The gateway takes exactly one operation; the editor may hold several. */
function chosen({ query, operationName }) {
  const all = graphql.separateOperations(graphql.parse(query));
  return Object.keys(all).length > 1 && operationName ? graphql.print(all[operationName]) : query;
}

async function send(user, params) {
  const body = { query: chosen(params), variables: params.variables, operationName: params.operationName || undefined };
  return post('/graphql', body, { authorization: `Bearer ${await tokenOf(user)}` });
}

function UserPicker({ users, user, onPick }) {
  return h('label', { className: 'picker' },
    h('span', null, 'You are'),
    h('select', { value: user, onChange: (event) => onPick(event.target.value), 'aria-label': 'Demo user' },
      users.map(({ id, label }) => h('option', { key: id, value: id }, label))));
}

function TopBar({ users, user, onPick }) {
  const { role = '' } = users.find(({ id }) => id === user) ?? {};
  return h('header', { className: 'top-bar' },
    h('img', { src: '/page/icon.svg', alt: '', width: 32, height: 32 }),
    h('div', { className: 'title' },
      h('h1', null, 'Kurze Wege'),
      h('p', null, 'Short paths back into work: persons, cases, measures and employers in one graph. Demo data, this machine only.')),
    h('span', { className: 'role' }, role.replaceAll('_', ' ').toLowerCase()),
    h(UserPicker, { users, user, onPick }));
}

function Page({ users, steps, schema }) {
  const [user, pick] = useState(FIRST_USER);
  const [seen, setSeen] = useState({});
  const fetcher = useCallback(async (params) => {
    const result = await send(user, params);
    setSeen((before) => remember(graphql, schema, params.query, result.data, before));
    return result;
  }, [user, schema]);
  useEffect(() => void (document.title = `Kurze Wege · ${user}`), [user]);
  // The panel keeps its place while users and remembered ids change: so it reads them from here.
  const state = useMemo(() => ({ current: null }), []);
  state.current = { seen, pick, steps };
  const plugins = useMemo(() => [journeyPlugin(state)], [state]);

  return h('div', { className: 'page' },
    h(TopBar, { users, user, onPick: pick }),
    h(GraphiQL, { fetcher, schema, plugins, visiblePlugin: plugins[0], defaultQuery: WELCOME, defaultEditorToolsVisibility: 'variables', isHeadersEditorEnabled: false, shouldPersistHeaders: false },
      h(GraphiQL.Logo, null, h('span', { className: 'hint' }, 'Everything you do here is really done.'))));
}

async function start() {
  const [users, steps] = await Promise.all([json('/dev/users'), json('/page/journey.json')]);
  const introspection = await send(FIRST_USER, { query: graphql.getIntrospectionQuery(), operationName: 'IntrospectionQuery' });
  const schema = graphql.buildClientSchema(introspection.data);
  window.ReactDOM.createRoot(document.getElementById('page')).render(h(Page, { users, steps, schema }));
}

start().catch(() => {
  document.querySelector('.loading').textContent = 'The graph could not be loaded. Is the gateway still running? Then reload this page.';
});
