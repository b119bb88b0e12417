/**
 * Work on one id waits for the work before it; other ids go on. So within a process nobody loses a race for a document,
 * however many want it at once, and only other replicas are left for the revision guard.
 */
export function inTurn(): <Result>(id: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (id, work) => {
    const mine = (last.get(id) ?? Promise.resolve()).then(work, work);
    last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (last.get(id) === mine) last.delete(id);
    }
  };
}
