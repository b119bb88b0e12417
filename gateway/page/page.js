import { chosen, json, send, text } from './house.js';
import { Journey, journeyPlugin } from './journey.js';
import { outcomeOf } from './outcome.js';
import { askedTypes, contentOf, remember, shownTypes } from './remembered.js';
import { TopBar } from './top-bar.js';

const { createElement: h, useCallback, useEffect, useMemo, useState } = window.React;
const { GraphiQL } = window;
const graphql = GraphiQL.GraphQL;

const FIRST_USER = 'miriam.vogt';
const PLUGINS = [journeyPlugin];
const WELCOME = `# Welcome. Pick who you are above,
# pick an operation on the left,
# and run it: button or Ctrl-Enter.
#
# What you may not see is null,
# with a code in "errors" that says why.

query WhereWeAre {
  projects(first: 5) {
    edges {
      node {
        title
        startedOn
        municipality {
          name
        }
      }
    }
  }
}
`;

/** Kept until the tab of the browser is closed: who loads the page again goes on where they were. */
function useKept(name, first) {
  const [value, setValue] = useState(() => JSON.parse(sessionStorage.getItem(name)) ?? first);
  useEffect(() => sessionStorage.setItem(name, JSON.stringify(value)), [value]);
  return [value, setValue];
}

function Page({ users, steps, schema, firstList }) {
  const [user, pick] = useKept('user', FIRST_USER);
  const [seen, setSeen] = useKept('seen', {});
  const [outcomes, setOutcomes] = useKept('outcomes', {});
  const [list, setList] = useKept('list', firstList);
  const fetcher = useCallback(
    async ({ query, operationName, variables }) => {
      const operation = chosen({ query, operationName });
      const result = await send(user, { ...operation, variables });
      setSeen((before) => remember(graphql, schema, { query: operation.query, data: result.data, before }));
      setOutcomes((before) => ({ ...before, [operation.operationName]: outcomeOf(result) }));
      return result;
    },
    [user, schema],
  );
  const { name } = users.find(({ id }) => id === user);
  useEffect(() => void (document.title = `Kurze Wege · ${name}`), [name]);
  const operations = useMemo(() => steps.flatMap((step) => step.operations), [steps]);

  return h(
    'div',
    { className: 'page' },
    h(TopBar, { users, user, onPick: pick }),
    h(
      Journey.Provider,
      { value: { steps, operations, known: { ...seen, Content: contentOf(list) }, outcomes, pick, list, setList } },
      h(
        GraphiQL,
        {
          fetcher,
          schema,
          plugins: PLUGINS,
          visiblePlugin: journeyPlugin,
          defaultQuery: WELCOME,
          defaultEditorToolsVisibility: 'variables',
          isHeadersEditorEnabled: false,
          shouldPersistHeaders: false,
        },
        // The name of the house stands at the top; GraphiQL would put its own here.
        h(GraphiQL.Logo, null, h('span')),
      ),
    ),
  );
}

/** With what the panel says about an operation beside its text. */
function prepared(steps, { schema, users }) {
  const details = (operation) => ({
    ...operation,
    name: chosen(operation).operationName,
    userName: users.find(({ id }) => id === operation.user).name,
    asks: askedTypes(graphql, operation.query),
    shows: shownTypes(graphql, schema, operation.query),
  });
  return steps.map((step) => ({ ...step, operations: step.operations.map(details) }));
}

async function start() {
  const [given, steps, firstList] = await Promise.all([
    json('/dev/users'),
    json('/page/journey.json'),
    text('/page/list.csv'),
  ]);
  const users = given.map((user) => ({ ...user, name: user.label.split(' · ')[0] }));
  const introspection = await send(FIRST_USER, {
    query: graphql.getIntrospectionQuery(),
    operationName: 'IntrospectionQuery',
  });
  const schema = graphql.buildClientSchema(introspection.data);
  window.ReactDOM.createRoot(document.getElementById('page')).render(
    h(Page, { users, steps: prepared(steps, { schema, users }), schema, firstList }),
  );
}

start().catch(() => {
  const loading = document.querySelector('.loading');
  loading.setAttribute('role', 'alert');
  loading.textContent =
    'The graph could not be loaded. Is the house still running? Start it again with npm start, then reload this page.';
});
