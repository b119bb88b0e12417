/** A goal as a report names it to the service that keeps its words, which no event tells. */
export type GoalRef = { projectId: string; position: number; code: string; target: number };

export function goalIdOf({ projectId, position, code, target }: GoalRef): string {
  return `${projectId}:${position}:${code}:${target}`;
}

/** Reads the id of a goal; returns undefined for any other text. */
export function goalIn(id: string): GoalRef | undefined {
  const [, projectId, position, code, target] = /^([^:]+):(\d+):([^:]+):(\d+)$/.exec(id) ?? [];
  return projectId === undefined || code === undefined
    ? undefined
    : { projectId, position: Number(position), code, target: Number(target) };
}
