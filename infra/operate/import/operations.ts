const step = (field: string, variables: string, input: string): string =>
  `mutation (${variables}) { step: ${field}(input: { ${input} }) { import { id } refusal { code message } } }`;

export const startMutation = step(
  'startImport',
  '$municipality: ID!, $idempotencyKey: String',
  'municipality: $municipality, idempotencyKey: $idempotencyKey',
);
export const addChunkMutation = step(
  'addImportChunk',
  '$importId: ID!, $number: Int!, $content: String!',
  'importId: $importId, number: $number, content: $content',
);
export const checkMutation = step(
  'checkImport',
  '$importId: ID!, $chunks: Int!',
  'importId: $importId, chunks: $chunks',
);
export const decideMutation = step(
  'decideDuplicate',
  '$importId: ID!, $line: Int!, $decision: DuplicateDecision!, $personId: ID',
  'importId: $importId, line: $line, decision: $decision, personId: $personId',
);
export const confirmMutation = step('confirmImport', '$importId: ID!', 'importId: $importId');

const tally = '{ created updated unchanged skipped }';

export const statusQuery = `query ($importId: ID!) {
  import(id: $importId) {
    id state lines problemCount duplicateCount undecidedCount
    planned ${tally} done ${tally} progress { done total }
  }
}`;

export const problemsQuery = `query ($importId: ID!, $after: String) {
  import(id: $importId) {
    page: problems(first: 100, after: $after) {
      edges { node { line column value code expected } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const known = 'customerNumber givenName familyName';

export const duplicatesQuery = `query ($importId: ID!, $after: String) {
  import(id: $importId) {
    page: duplicates(undecidedOnly: true, first: 100, after: $after) {
      edges { node { line recipient { ${known} birthDate } candidates { reason line personId person { ${known} } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
