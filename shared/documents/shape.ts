import mongoose, { type Schema } from 'mongoose';
import { Refusal } from '#shared/refusal.ts';

// Validates only; nothing is ever sent over this connection, whichever engine stores.
const shapes = mongoose.createConnection();

/** Checks a state against its declared schema. Refuses with INVALID_INPUT, naming path and expectation, never the value. */
export function shapeOf<State>(name: string, schema: Schema<State>): (state: State) => Promise<void> {
  schema.set('strict', 'throw');
  const Shape = shapes.model(name, schema, undefined, { overwriteModels: true });
  return async (state) => {
    try {
      await new Shape(state).validate();
    } catch (error) {
      if (!(error instanceof mongoose.Error.ValidationError)) throw error;
      throw new Refusal('INVALID_INPUT', problems(error));
    }
  };
}

function problems({ errors }: mongoose.Error.ValidationError): string {
  return Object.entries(errors).map(([path, { kind, ...problem }]) => `${path}: ${expectation(kind, problem)}`).join('; ');
}

function expectation(kind: string, problem: object): string {
  const properties = 'properties' in problem ? (problem.properties as Record<string, unknown>) : {};
  switch (kind) {
    case 'required': return 'is required';
    case 'enum': return `must be one of ${String(properties.enumValues)}`;
    case 'min': case 'max': case 'minlength': case 'maxlength': return `${kind} is ${String(properties[kind])}`;
    case 'regexp': return `must match ${String(properties.regexp)}`;
    default: return `must be ${kind}`;
  }
}

/** Whether a path leads through a list, so that a query on it means "any of its elements". */
export function leadsThroughList(schema: Schema<never>, path: string): boolean {
  const parts = path.split('.');
  return parts.some((_, depth) => {
    const type: unknown = schema.path(parts.slice(0, depth + 1).join('.'));
    return typeof type === 'object' && type !== null && '$isMongooseArray' in type;
  });
}
