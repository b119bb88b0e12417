import { GraphQLError, Kind, OperationTypeNode, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { operationLimits } from '../limits.ts';
import { EndlessFragments, measureOperation, type Size } from './measure-operation.ts';
import { planningAllowance } from './planning-allowance.ts';
import { reservedName } from './reserved-names.ts';

/** The one operation of an accepted text. */
export type AdmittedOperation = { kind: 'query' | 'mutation'; name: string | undefined };

/** The caller had too much planned lately. */
export class TooManyTexts extends Error {}

/** The length up to which accepted texts are remembered; clients send the same ones again and again. */
const REMEMBERED_LENGTH = 8 * 1024;
const REMEMBERED_TEXTS = 1000;

/**
 * Makes the check whether an operation may go on to validation and planning, in time linear in its text. Everything
 * after this check may take longer: so it comes first.
 */
export function admission(allowed = planningAllowance()): (body: unknown, caller: string) => AdmittedOperation {
  const remembered = new Map<string, AdmittedOperation>();
  const admittedText = (query: string, caller: string): AdmittedOperation => {
    const known = remembered.get(query);
    if (known) return known;
    const { selections, ...admitted } = admit(query);
    if (!allowed(caller, selections)) throw new TooManyTexts();
    if (query.length <= REMEMBERED_LENGTH) {
      if (remembered.size >= REMEMBERED_TEXTS) remembered.delete(remembered.keys().next().value ?? '');
      remembered.set(query, admitted);
    }
    return admitted;
  };
  return (body, caller) => {
    const { query, operationName } = requestIn(body);
    const admitted = admittedText(query, caller);
    if (operationName && operationName !== admitted.name)
      throw refusal('OPERATION_RESOLUTION_FAILURE', 'The text has no operation of that name.');
    return admitted;
  };
}

function requestIn(body: unknown): { query: string; operationName: string | undefined } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw refusal('BAD_REQUEST', 'Send one JSON object: { query, variables, operationName }.');
  const { query, operationName, extensions } = body as {
    query?: unknown;
    operationName?: unknown;
    extensions?: unknown;
  };
  if (typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions)
    throw refusal('PERSISTED_QUERY_NOT_SUPPORTED', 'Send the text of the operation itself.');
  if (typeof query !== 'string' || query === '')
    throw refusal('BAD_REQUEST', '`query` must be the text of an operation.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw refusal('BAD_REQUEST', '`operationName` must be a string.');
  return { query, operationName: operationName ?? undefined };
}

function admit(query: string): AdmittedOperation & Pick<Size, 'selections'> {
  const document = parseOperation(query);
  const operation = onlyOperation(document);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'This graph has no subscriptions.');
  const name = reservedName(document);
  if (name !== undefined) throw refusal('GRAPHQL_VALIDATION_FAILED', `"${name}" cannot be used as a name.`);
  return { kind: operation.operation, name: operation.name?.value, selections: assertWithinLimits(document) };
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

function onlyOperation({ definitions }: DocumentNode): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1 || !operations[0])
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'Send exactly one operation.');
  return operations[0];
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
