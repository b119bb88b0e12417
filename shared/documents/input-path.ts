import type { SchemaType } from 'mongoose';

/**
 * Marks a part that a user enters by itself: its fields are called as in that input, without the path where they are
 * kept.
 */
export const enteredApart = { enteredApart: true } as const;

/** Marks a field that is worked out from another one: what is wrong with it is said of that one. */
export const derivedFrom = (field: string): { derivedFrom: string } => ({ derivedFrom: field });

/** The part of a schema that is asked here, whatever state it describes. */
export type SchemaPaths = { path: (name: string) => SchemaType };

/** A field as a stored schema declares it. */
export type DeclaredField = { path: string; options: Record<string, unknown> };

/** Returns a path of the stored state as the input calls it, and what is declared of the field. */
export function inputFieldOf(schema: SchemaPaths, path: string): DeclaredField {
  let names: string[] = [];
  let within: SchemaPaths | undefined = schema;
  let type: SchemaType | undefined;
  let isApart = false;
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      if (!isApart) names.push(part);
      if (type && !type.schema) type = type.getEmbeddedSchemaType() ?? type;
      continue;
    }
    type = within?.path(part);
    isApart = optionsOf(type).enteredApart === true;
    names = isApart ? [] : [...names, part];
    within = type?.schema;
  }
  const options = optionsOf(type);
  return { path: typeof options.derivedFrom === 'string' ? options.derivedFrom : names.join('.'), options };
}

function optionsOf(type: SchemaType | undefined): Record<string, unknown> {
  return type?.options ?? {};
}
