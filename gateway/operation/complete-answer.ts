import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { answerLimits } from '../limits.ts';
import { askedFields, type Asked, type Selected } from './asked-fields.ts';
import { lossesByPlace, type Loss } from './losses.ts';
import { lostPlaces, type Path } from './lost-places.ts';
import type { Requirements } from './needed-fields.ts';

type Data = Record<string, unknown> | null;
export type JoinedAnswer = {
  data: Data;
  /** What services said. */
  errors: readonly GraphQLError[];
  /** Values that are not of the type that the schema promises. */
  broken: readonly GraphQLError[];
};
export type AnswerContext = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  losses: readonly Loss[];
  supergraph: GraphQLSchema;
  required: Requirements;
};

/**
 * Tells of every empty place that something went wrong at, in the words of who asked: what services were asked for
 * beyond that, so that others could answer, is told of the fields it was for.
 */
export function errorsOfAnswer({ data, errors, broken }: JoinedAnswer, context: AnswerContext): GraphQLError[] {
  const asked: Asked & Pick<AnswerContext, 'operation'> = {
    schema: context.supergraph,
    fragments: fragmentsIn(context.document),
    operation: context.operation,
  };
  const unasked = errors.flatMap((error) => lossOf(error, asked) ?? []);
  const told = errors.filter((error) => !lossOf(error, asked));
  const losses = [...context.losses, ...unasked];
  if (losses.length === 0) return withoutExcess([...told, ...broken]);

  const lost = lostPlaces(data, {
    ...asked,
    required: context.required,
    lossAt: lossesByPlace(losses),
    told: placesUnder(told),
  }).map(({ path, reason: { message, extensions } }) => new GraphQLError(message, { path, extensions }));
  const isLost = placesAbove(lost);
  return withoutExcess([...told, ...lost, ...broken.filter(({ path }) => !isLost(path ?? []))]);
}

/** One answer does not need more than that to say what is missing. */
function withoutExcess(errors: readonly GraphQLError[]): GraphQLError[] {
  const shown = errors.slice(0, answerLimits.errors);
  const next = errors[answerLimits.errors];
  if (!next) return shown;
  const more = `${errors.length - answerLimits.errors} more places of this answer are empty for such reasons.`;
  return [...shown, new GraphQLError(more, { extensions: { code: next.extensions.code } })];
}

/** An error about a field that only services were asked for, as what it means for the object that it is a field of. */
function lossOf(
  { path = [], message, extensions }: GraphQLError,
  asked: Asked & Pick<AnswerContext, 'operation'>,
): Loss | undefined {
  const { schema, operation } = asked;
  let selected: readonly Selected[] = [
    { set: operation.selectionSet, on: schema.getRootType(operation.operation) ?? undefined },
  ];
  for (const [index, part] of path.entries()) {
    if (typeof part === 'number') continue;
    const field = askedFields(selected, asked).get(part);
    if (!field)
      return { path: path.slice(0, index).map(String), fields: new Set([part]), reason: { message, extensions } };
    selected = field.below;
  }
  return undefined;
}

function fragmentsIn({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
}

/** True of a place that an error is about, or that holds one: what was empty below may have emptied it. */
function placesUnder(errors: readonly GraphQLError[]): (path: Path) => boolean {
  const places = new Set(errors.flatMap(({ path = [] }) => path.map((_, index) => path.slice(0, index + 1).join('.'))));
  return (path) => places.has(path.join('.'));
}

/** True of a place that lies in an empty one. */
function placesAbove(errors: readonly GraphQLError[]): (path: Path) => boolean {
  const places = new Set(errors.map(({ path = [] }) => path.join('.')));
  return (path) => path.some((_, index) => places.has(path.slice(0, index + 1).join('.')));
}
