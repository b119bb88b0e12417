/**
 * Returns a function that runs work on one id after the work before it; other ids go on. So within a process nobody
 * loses a race for a document, however many want it at once, and only other replicas meet the guard of the revision.
 */
export function queuePerId(): <Result>(id: string, work: () => Promise<Result>) => Promise<Result> {
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
