import { variablesFor } from './remembered.js';

const { useEffect, useState } = window.React;
const { GraphQL: graphql, React: inGraphiQL } = window.GraphiQL;

/**
 * Shows an operation in a tab of its own, unless the current one holds nothing of the user's making; and fills its
 * variables in.
 */
export function useOpening({ known, pick, operations }) {
  const { queryEditor, variableEditor, responseEditor, addTab, tabs, activeTabIndex } = inGraphiQL.useEditorContext({
    nonNull: true,
  });
  const [opening, setOpening] = useState(null);
  const holds = (query) => queryEditor.getValue().trim() === query;
  const show = ({ query }) => {
    queryEditor.setValue(query);
    fill({ query });
  };
  const fill = ({ query }) => {
    const variables = variablesFor(graphql, query, known);
    if (holds(query))
      variableEditor.setValue(Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '');
  };
  useEffect(() => {
    if (!opening) return;
    show(opening);
    setOpening(null);
  }, [activeTabIndex]);
  useReadable(queryEditor, 'Query');
  useReadable(variableEditor, 'Variables');
  useReadable(responseEditor, 'Answer');
  const open = (operation) => {
    pick(operation.user);
    const text = queryEditor?.getValue().trim() ?? '';
    if (text === '' || text.startsWith('# Welcome.') || operations.some(({ query }) => query === text))
      return show(operation);
    setOpening(operation);
    addTab();
  };
  const inTab = opening ?? operations.find(({ query }) => query === tabs[activeTabIndex]?.query?.trim());
  return { open, fill, inTab };
}

/**
 * Long lines are read whole, and Tab leaves an editor, as it leaves any field: who works without a mouse would be kept
 * in there otherwise.
 */
function useReadable(editor, name) {
  useEffect(() => {
    editor?.setOption('lineWrapping', true);
    editor?.getInputField().setAttribute('aria-label', name);
    editor?.addKeyMap({ name: 'leave', Tab: false, 'Shift-Tab': false });
    return () => editor?.removeKeyMap('leave');
  }, [editor]);
}
