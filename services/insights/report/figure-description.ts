import { isObjectType, type GraphQLSchema } from 'graphql';

/** Returns what a figure counts: the first paragraph about its field in the schema, where it is written alone. */
export function figureDescription(schema: GraphQLSchema, field: string): string {
  const report = schema.getType('ProjectReport');
  const description = isObjectType(report) ? report.getFields()[field]?.description : undefined;
  return (
    (description ?? '')
      .split(/\n\s*\n/, 1)[0]
      ?.replaceAll(/\s+/g, ' ')
      .trim() ?? ''
  );
}
