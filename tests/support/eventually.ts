const PAUSE_MS = 20;

/** Tries again until the expectation holds; after `withinMs` its own failure is the test's. */
export async function eventually<Result>(
  expectation: () => Result | Promise<Result>,
  withinMs = 10_000,
): Promise<Result> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
