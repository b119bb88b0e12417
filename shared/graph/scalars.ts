import { GraphQLError, GraphQLScalarType } from 'graphql';
import { z } from 'zod';

function stringScalar(name: string, schema: z.ZodType<string>, expected: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const result = schema.safeParse(value);
    if (!result.success) throw new GraphQLError(`expected ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
    return result.data;
  };
  return new GraphQLScalarType({
    name,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse('value' in node ? node.value : undefined),
  });
}

/**
 * The scalars of every service. Both stay strings everywhere: they sort as they are, and no time zone can move a day.
 */
export const scalars = {
  Date: stringScalar('Date', z.iso.date(), 'a calendar day such as 2026-03-01'),
  DateTime: stringScalar('DateTime', z.iso.datetime(), 'an instant in UTC such as 2026-03-01T09:30:00Z'),
};
