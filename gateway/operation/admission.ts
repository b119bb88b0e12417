import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { operationLimits } from '../limits.ts';
import { EndlessFragments, measureOperation, type Size } from './measure-operation.ts';
import { planningAllowance } from './planning-allowance.ts';
import { reservedName } from './reserved-names.ts';

/** The operation of an accepted text that is to be answered. */
export type AdmittedOperation = {
  kind: 'query' | 'mutation';
  name: string | undefined;
  /** Its text without the others it came with: the planner would take their fragments for its own. */
  alone?: string;
};

/** With the names of the variables that it declares. */
type KnownOperation = AdmittedOperation & { declared: ReadonlySet<string> };

/** The caller had too much planned lately. */
export class TooManyTexts extends Error {}

const { SUBSCRIPTION } = OperationTypeNode;

/** Texts up to this length are remembered once accepted; clients send the same ones again and again. */
const REMEMBERED_LENGTH = 8 * 1024;
const REMEMBERED_TEXTS = 1000;

/** Callers choose names, as long as a body: a sentence quotes no more of one. */
const QUOTED_LENGTH = 40;

/**
 * Makes the check whether an operation may go on to validation and planning, in time linear in its text. Everything
 * after this check may take longer: so it comes first.
 */
export function admission(allowed = planningAllowance()): (body: unknown, caller: string) => AdmittedOperation {
  const remembered = new Map<string, KnownOperation>();
  const admittedText = ({ query, operationName }: SentOperation, caller: string): KnownOperation => {
    // Each operation of a text is planned by itself.
    const key = JSON.stringify([operationName, query]);
    const known = remembered.get(key);
    if (known) return known;
    const { selections, ...admitted } = admit(query, operationName);
    if (!allowed(caller, selections)) throw new TooManyTexts();
    if (key.length <= REMEMBERED_LENGTH) {
      if (remembered.size >= REMEMBERED_TEXTS) remembered.delete(remembered.keys().next().value ?? '');
      remembered.set(key, admitted);
    }
    return admitted;
  };
  return (body, caller) => {
    const sent = requestIn(body);
    const { declared, ...admitted } = admittedText(sent, caller);
    assertDeclared(Object.keys(sent.variables), declared);
    return admitted;
  };
}

type SentOperation = { query: string; operationName: string | undefined; variables: object };

function requestIn(body: unknown): SentOperation {
  if (!isObject(body)) throw refusal('BAD_REQUEST', 'Send one JSON object: { query, variables, operationName }.');
  const { query, extensions } = body;
  // GraphQL over HTTP takes null for what is left out.
  const operationName = body.operationName ?? undefined;
  const variables = body.variables ?? {};
  if (isObject(extensions) && 'persistedQuery' in extensions)
    throw refusal('PERSISTED_QUERY_NOT_SUPPORTED', 'Send the text of the operation itself.');
  if (typeof query !== 'string' || query === '')
    throw refusal('BAD_REQUEST', '`query` must be the text of an operation.');
  if (operationName !== undefined && (typeof operationName !== 'string' || operationName === ''))
    throw refusal('BAD_REQUEST', '`operationName` must be the name of an operation of the text, or be left out.');
  if (!isObject(variables)) throw refusal('BAD_REQUEST', '`variables` must be an object, or be left out.');
  return { query, operationName, variables };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an operation does not declare it cannot use: it would only be kept while the answer is waited for. */
function assertDeclared(given: string[], declared: ReadonlySet<string>): void {
  const unknown = given.find((name) => !declared.has(name));
  if (unknown !== undefined)
    throw refusal('BAD_REQUEST', `The operation declares no variable ${quoted(`$${unknown}`)}, which was sent.`);
}

function quoted(name: string): string {
  return `"${name.length <= QUOTED_LENGTH ? name : `${name.slice(0, QUOTED_LENGTH)}…`}"`;
}

function admit(query: string, operationName: string | undefined): KnownOperation & Pick<Size, 'selections'> {
  const document = parseOperation(query);
  const operations = operationsIn(document);
  const operation = chosenOperation(operations, operationName);
  const name = reservedName(document);
  if (name !== undefined) throw refusal('GRAPHQL_VALIDATION_FAILED', `${quoted(name)} cannot be used as a name.`);
  return {
    kind: operation.operation,
    name: operation.name?.value,
    declared: new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value)),
    selections: assertWithinLimits(document),
    ...(operations.length > 1 && { alone: textOf(operation, document) }),
  };
}

function textOf({ name }: Operation, document: DocumentNode): string {
  return print(separateOperations(document)[name?.value ?? ''] ?? document);
}

function parseOperation(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: operationLimits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      ...(error.source && { source: error.source }),
      ...(error.positions && { positions: error.positions }),
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  }
}

type Operation = OperationDefinitionNode & { operation: Exclude<OperationTypeNode, OperationTypeNode.SUBSCRIPTION> };

/** Returns the operations of a text. All of them are validated, so none may be one that this graph does not have. */
function operationsIn({ definitions }: DocumentNode): Operation[] {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const possible = operations.filter((operation): operation is Operation => operation.operation !== SUBSCRIPTION);
  if (possible.length < operations.length)
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'This graph has no subscriptions.');
  return possible;
}

function chosenOperation(operations: Operation[], operationName: string | undefined): Operation {
  const [chosen, another] = operations.filter(
    ({ name }) => operationName === undefined || operationName === name?.value,
  );
  if (!chosen)
    throw refusal(
      'OPERATION_RESOLUTION_FAILURE',
      operationName === undefined ? 'The text has no operation.' : 'The text has no operation of that name.',
    );
  if (another)
    throw refusal(
      'OPERATION_RESOLUTION_FAILURE',
      'The text has several operations: `operationName` must be the name of exactly one of them.',
    );
  return chosen;
}

/** Returns the number of selections; refuses a document that is too large. */
function assertWithinLimits(document: DocumentNode): number {
  const { depth, selections, aliases, directives, fields } = sizeOfDocument(document);
  const measured = {
    definitions: document.definitions.length,
    rootFields: fields,
    depth,
    aliases,
    directives,
    selections,
  };
  for (const [what, amount] of Object.entries(measured)) {
    const limit = operationLimits[what as keyof typeof measured];
    if (amount > limit)
      throw refusal('OPERATION_TOO_LARGE', `The operation is too large: ${what} ${amount}, at most ${limit}.`);
  }
  return selections;
}

function sizeOfDocument(document: DocumentNode): Size {
  try {
    return measureOperation(document);
  } catch (error) {
    if (!(error instanceof EndlessFragments)) throw error;
    throw refusal('GRAPHQL_VALIDATION_FAILED', 'Fragments spread each other without end.');
  }
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
