/** Returns what lies at a path of an answer, `case.plan.reviewDueOn`; undefined where the path ends early. */
export function at(answer: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (from, part) => (typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[part] : undefined),
      answer,
    );
}
