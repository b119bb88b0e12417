import mongoose, { type Schema } from 'mongoose';
import { Refusal } from '#shared/refusal.ts';
import { inputFieldOf, type DeclaredField, type SchemaPaths } from './input-path.ts';

// Validates only; nothing is ever sent over this connection, whichever engine stores.
const shapes = mongoose.createConnection();

/**
 * Checks a state against its declared schema. Refuses with INVALID_INPUT, naming field and expectation, never the
 * value.
 */
export function shapeCheck<State>(name: string, schema: Schema<State>): (state: State) => Promise<void> {
  schema.set('strict', 'throw');
  const Shape = shapes.model(name, schema, undefined, { overwriteModels: true });
  return async (state) => {
    try {
      await new Shape(state).validate();
    } catch (error) {
      if (!(error instanceof mongoose.Error.ValidationError)) throw error;
      throw invalidInput(error, Shape.schema);
    }
  };
}

/** Returns a refusal that names each field once, as the input calls it, with an expectation that a form may show. */
function invalidInput({ errors }: mongoose.Error.ValidationError, schema: SchemaPaths): Refusal {
  const expected = new Map<string, string>();
  for (const [stored, { kind }] of Object.entries(errors)) {
    const { path, options } = inputFieldOf(schema, stored);
    // The expectation of the field itself goes before that of a field worked out from it.
    if (!expected.has(path) || options.derivedFrom === undefined)
      expected.set(path, options.derivedFrom === undefined ? expectation(kind, options) : NOT_POSSIBLE);
  }
  const [first, ...others] = expected;
  const message = [first?.[1] ?? '', ...others.map(([path, words]) => `${path}: ${words}`)].join('; ');
  return new Refusal('INVALID_INPUT', message, first?.[0]);
}

const NOT_POSSIBLE = 'this value is not possible';
const kinds: Record<string, string> = {
  Number: 'a number',
  String: 'a text',
  Boolean: 'true or false',
  Array: 'a list',
};

function expectation(kind: string, options: DeclaredField['options']): string {
  const { min, max, minlength, maxlength, match } = options;
  switch (kind) {
    case 'required':
      return 'must not be empty';
    case 'enum':
      return 'one of the codes of this field';
    case 'min':
    case 'max':
      return range(min, max);
    case 'minlength':
      return `at least ${String(minlength)} characters`;
    case 'maxlength':
      return `at most ${String(maxlength)} characters`;
    case 'regexp':
      return Array.isArray(match) ? String(match[1]) : NOT_POSSIBLE;
    default:
      return kinds[kind] ?? kind;
  }
}

function range(min: unknown, max: unknown): string {
  if (typeof min === 'number' && typeof max === 'number') return `from ${min} to ${max}`;
  return typeof min === 'number' ? `at least ${min}` : `at most ${String(Number(max))}`;
}

/** True when a path leads through a list, so that a query on it means "any of its elements". */
export function leadsThroughList(schema: Schema<never>, path: string): boolean {
  const parts = path.split('.');
  return parts.some((_, depth) => {
    const type: unknown = schema.path(parts.slice(0, depth + 1).join('.'));
    return typeof type === 'object' && type !== null && '$isMongooseArray' in type;
  });
}
