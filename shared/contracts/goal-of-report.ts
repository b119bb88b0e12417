/** How a report names a goal to the service that keeps its words, which no event tells. */
export type GoalRef = { projectId: string; position: number; code: string; target: number };

export function goalIdOf({ projectId, position, code, target }: GoalRef): string {
  return `${projectId}:${position}:${code}:${target}`;
}

/** Undefined for what is no such id. */
export function goalIn(id: string): GoalRef | undefined {
  const [, projectId, position, code, target] = /^([^:]+):(\d+):([^:]+):(\d+)$/.exec(id) ?? [];
  return projectId === undefined || code === undefined
    ? undefined
    : { projectId, position: Number(position), code, target: Number(target) };
}
