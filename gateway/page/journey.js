import { missingFor, variablesFor } from './remembered.js';

const { createElement: h, Fragment, useEffect, useState } = window.React;

function Icon() {
  return h('svg', { viewBox: '0 0 24 24', width: 22, height: 22, fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round' },
    h('path', { d: 'M6 18 C6 10 18 14 18 6', strokeDasharray: '0.1 3.6' }),
    h('circle', { cx: 6, cy: 18, r: 2 }),
    h('circle', { cx: 18, cy: 6, r: 2 }));
}

function OperationButton({ operation, current, onOpen }) {
  return h('button', { type: 'button', className: current ? 'operation current' : 'operation', onClick: () => onOpen(operation) },
    h('span', { className: 'operation-title' }, operation.title),
    h('span', { className: 'operation-user' }, operation.user));
}

function Step({ step: { step, title, operations }, current, seen, onOpen }) {
  return h('li', null,
    h('h3', null, h('span', { className: 'number' }, step), title),
    operations.map((operation) => h(Fragment, { key: operation.title },
      h(OperationButton, { operation, current: operation === current, onOpen }),
      operation === current && h(Note, { operation, seen }))));
}

function Note({ operation, seen }) {
  const open = missingFor(window.GraphiQL.GraphQL, operation.query, seen);
  return h('div', { className: 'note' },
    h('p', null, operation.note),
    open.length > 0 && h('p', { className: 'open' }, `Still to be filled in: ${open.join(', ')}. Operations further up show it; then it is filled in from there.`));
}

/** Shows an operation in a tab of its own, unless the current one holds nothing of the user's making. */
function useOpening(state) {
  const { queryEditor, variableEditor, addTab, activeTabIndex } = window.GraphiQL.React.useEditorContext({ nonNull: true });
  const [opening, setOpening] = useState(null);
  const show = (operation) => {
    const { seen } = state.current;
    const variables = variablesFor(window.GraphiQL.GraphQL, operation.query, seen);
    queryEditor.setValue(operation.query);
    variableEditor.setValue(Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '');
  };
  useEffect(() => {
    if (!opening) return;
    show(opening);
    setOpening(null);
  }, [activeTabIndex]);
  return (operation) => {
    state.current.pick(operation.user);
    const text = queryEditor?.getValue().trim() ?? '';
    const ours = text === '' || text.startsWith('# Welcome.') || state.current.steps.some(({ operations }) => operations.some(({ query }) => query === text));
    if (ours) return show(operation);
    setOpening(operation);
    addTab();
  };
}

function JourneyPanel({ state }) {
  const [current, setCurrent] = useState(null);
  const open = useOpening(state);
  const { steps, seen } = state.current;
  return h('section', { className: 'journey' },
    h('h2', null, 'The journey'),
    h('p', { className: 'lead' }, 'One municipal project from the first list to the report. Each operation opens as the user who would send it.'),
    h('ol', null, steps.map((step) => h(Step, {
      key: step.step,
      step,
      current,
      seen,
      onOpen: (operation) => {
        setCurrent(operation);
        open(operation);
      },
    }))));
}

/** The operations of the journey as a panel of GraphiQL. */
export function journeyPlugin(state) {
  return { title: 'The journey', icon: Icon, content: () => h(JourneyPanel, { state }) };
}
