import { useOpening } from './opening.js';
import { firstToShow, missingFor } from './remembered.js';

const { createContext, createElement: h, Fragment, useContext, useEffect, useRef, useState } = window.React;
const { GraphQL: graphql, React: inGraphiQL } = window.GraphiQL;

/**
 * Steps and operations, what answers have shown and how they went, and how to become another user: from the page around
 * GraphiQL.
 */
export const Journey = createContext(null);

const MARKS = {
  done: { sign: '✓', says: 'done' },
  partly: { sign: '◐', says: 'answered in part' },
  refused: { sign: '✕', says: 'refused' },
};

function Icon() {
  return h(
    'svg',
    {
      viewBox: '0 0 24 24',
      width: 22,
      height: 22,
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.8,
      strokeLinecap: 'round',
    },
    h('path', { d: 'M6 18 C6 10 18 14 18 6', strokeDasharray: '0.1 3.6' }),
    h('circle', { cx: 6, cy: 18, r: 2 }),
    h('circle', { cx: 18, cy: 6, r: 2 }),
  );
}

function Mark({ kind }) {
  const { sign, says } = MARKS[kind];
  return h('span', { className: `mark ${kind}`, role: 'img', 'aria-label': says, title: says }, sign);
}

function OperationButton({ operation, outcome, current, onOpen }) {
  return h(
    'button',
    {
      type: 'button',
      className: 'operation',
      'aria-current': current ? 'true' : undefined,
      onClick: () => onOpen(operation),
    },
    h('span', { className: 'operation-title' }, operation.title),
    outcome && h(Mark, outcome),
    h('span', { className: 'operation-user' }, operation.userName),
  );
}

function Step({ step: { step, title, purpose, operations }, current, onOpen }) {
  const { outcomes } = useContext(Journey);
  return h(
    'li',
    null,
    h('h3', null, h('span', { className: 'number' }, step), title),
    h('p', { className: 'purpose' }, purpose),
    operations.map((operation) =>
      h(
        Fragment,
        { key: operation.name },
        h(OperationButton, { operation, outcome: outcomes[operation.name], current: operation === current, onOpen }),
        operation === current && h(Note, { operation }),
      ),
    ),
  );
}

function Note({ operation }) {
  const { known, outcomes, operations } = useContext(Journey);
  const { run, isFetching } = inGraphiQL.useExecutionContext({ nonNull: true });
  const open = missingFor(graphql, operation.query, known);
  return h(
    'div',
    { className: 'note' },
    h('p', null, withCode(operation.note)),
    operation.query.includes('$content') && h(List),
    open.map(({ variable, type }) =>
      h(
        'p',
        { key: variable, className: 'open' },
        firstRun(variable, firstToShow(type, operations.slice(0, operations.indexOf(operation)))),
      ),
    ),
    h(
      'div',
      { className: 'running' },
      h('button', { type: 'button', className: 'run', disabled: isFetching, onClick: run }, 'Run'),
      h(
        'span',
        { role: 'status', className: `outcome ${outcomes[operation.name]?.kind ?? ''}` },
        isFetching ? '' : outcomes[operation.name]?.text,
      ),
    ),
  );
}

function firstRun(variable, operation) {
  return `${variable} is still empty.${operation ? ` Run “${operation.title}” first; then open this one again.` : ''}`;
}

/** The list that is sent, to be spoiled and mended by whoever tries it. */
function List() {
  const { list, setList } = useContext(Journey);
  return h('textarea', {
    value: list,
    rows: 4,
    wrap: 'off',
    spellCheck: false,
    'aria-label': 'The list that is sent',
    onChange: (event) => setList(event.target.value),
  });
}

/** What stands between backquotes is typed as it is. */
function withCode(text) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? h('code', { key: index }, part) : part));
}

function JourneyPanel() {
  const journey = useContext(Journey);
  const [current, setCurrent] = useState(null);
  const { open, fill, inTab } = useOpening(journey);
  const { activeTabIndex } = inGraphiQL.useEditorContext({ nonNull: true });
  const lastTab = useRef(activeTabIndex);
  // Who comes back to a tab finds what it is about, and is who would send it; who comes back to the panel is who they
  // were.
  useEffect(() => {
    setCurrent(inTab ?? null);
    if (inTab && lastTab.current !== activeTabIndex) journey.pick(inTab.user);
    lastTab.current = activeTabIndex;
  }, [activeTabIndex]);
  useEffect(() => {
    if (current) fill(current);
  }, [journey.list]);
  const onOpen = (operation) => {
    setCurrent(operation);
    open(operation);
  };
  return h(
    'section',
    { className: 'journey', 'aria-labelledby': 'journey' },
    h('h2', { id: 'journey' }, 'The journey'),
    h(
      'p',
      { className: 'lead' },
      'One municipal project from the first list to the report. Each operation opens as the user who would send it, ' +
        'with what earlier answers have shown filled in. What you run is done for real, in the demo house.',
    ),
    h(
      'ol',
      null,
      journey.steps.map((step) => h(Step, { key: step.step, step, current, onOpen })),
    ),
  );
}

/** The operations of the journey as a panel of GraphiQL. */
export const journeyPlugin = { title: 'the journey', icon: Icon, content: JourneyPanel };
