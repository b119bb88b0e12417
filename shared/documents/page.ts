import type { CursorPosition, Cursors } from './cursor.ts';
import type { Page, PageOf } from './query.ts';

/** An entry of a list as an engine reads it: the state, and where it stands in the order of the page. */
export type PageEntry<State> = { state: State; position: CursorPosition };

/** Returns the page. The engine reads one entry more than asked for, which tells whether a next page follows. */
export function cutPage<State>(page: Page, entries: readonly PageEntry<State>[], cursors: Cursors): PageOf<State> {
  const edges = entries.slice(0, page.first).map(({ state, position }) => ({
    node: state,
    // Sealed only when somebody reads it: most pages are read from within.
    get cursor() {
      return cursors.of(page, position);
    },
  }));
  return { edges, hasNextPage: entries.length > page.first };
}
