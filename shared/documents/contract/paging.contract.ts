import { describe, expect, test } from '@jest/globals';
import type { Page } from '#shared/documents/query.ts';
import { changed, refusal, stamp, welding, type CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about pages and cursors. */
export function pagingContract(store: CourseStore): void {
  describe('paging', () => {
    const read = async (sort: Page['sort'], first: number): Promise<string[]> => {
      const seen: string[] = [];
      let after: string | undefined;
      let more = true;
      while (more) {
        const page = await store.courses.find({ ...(sort && { sort }), first, after });
        seen.push(...page.edges.map(({ node }) => node.id));
        after = page.edges.at(-1)?.cursor;
        more = page.hasNextPage;
      }
      return seen;
    };

    test.each([
      ['by id', undefined, ['a', 'b', 'c', 'd', 'e']],
      [
        'ascending, those without a value first, ties by id',
        { by: 'startsOn', direction: 'asc' } as const,
        ['c', 'e', 'b', 'd', 'a'],
      ],
      [
        'descending, those without a value last',
        { by: 'startsOn', direction: 'desc' } as const,
        ['a', 'd', 'b', 'e', 'c'],
      ],
    ])('every page size shows everybody once: %s', async (_, sort, expected) => {
      await store.add(
        { id: 'a', startsOn: '2026-03-01' },
        { id: 'b', startsOn: '2026-02-01' },
        { id: 'c' },
        { id: 'd', startsOn: '2026-02-01' },
        { id: 'e' },
      );
      expect([await read(sort, 1), await read(sort, 2), await read(sort, 5)]).toEqual([expected, expected, expected]);
    });

    test('what is written meanwhile neither repeats nor hides what was there', async () => {
      await store.add({ id: 'b' }, { id: 'd' }, { id: 'f' });
      const first = await store.courses.find({ first: 2 });
      await store.add({ id: 'a' }, { id: 'c' }, { id: 'e' });
      const rest = await store.courses.find({ first: 10, after: first.edges.at(-1)?.cursor });
      expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(['b', 'd', 'e', 'f']);
    });

    test.each([
      'not a cursor',
      Buffer.from('["x",1,"a"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ])('a foreign cursor is refused: %s', async (after) => {
      await expect(store.courses.find({ first: 1, after })).rejects.toEqual(refusal('INVALID_CURSOR'));
    });

    test('a cursor goes on after a restart and on another replica, and tells nothing of the entry', async () => {
      await store.add({ id: 'a', title: 'Welding' }, { id: 'b', title: 'Wiring' });
      const page: Page = { sort: { by: 'title', direction: 'asc' }, first: 1 };
      const {
        edges: [edge],
      } = await store.courses.find(page);
      const [, elsewhere] = await store.openReplica();
      expect((await elsewhere.find({ ...page, after: edge?.cursor })).edges.map(({ node }) => node.id)).toEqual(['b']);
      expect(Buffer.from(edge?.cursor ?? '', 'base64url').toString('latin1')).not.toContain('Welding');
    });

    test('replicas that open a new store at the same moment agree on its cursors', async () => {
      await store.beginAnew();
      const replicas = await Promise.all(Array.from({ length: 8 }, store.openReplica));
      await replicas[0]?.[1].change('a', () => changed({ ...welding, id: 'a' }), stamp);
      const cursors = await Promise.all(
        replicas.map(async ([, replica]) => (await replica.find({ first: 1 })).edges[0]?.cursor),
      );
      expect([new Set(cursors).size, typeof cursors[0]]).toEqual([1, 'string']);
    });

    test('a cursor of another filter is refused', async () => {
      await store.add({ id: 'a' }, { id: 'b' });
      const { edges } = await store.courses.find({ where: { booked: false }, first: 1 });
      await expect(store.courses.find({ where: { booked: true }, first: 1, after: edges[0]?.cursor })).rejects.toEqual(
        refusal('INVALID_CURSOR'),
      );
    });
  });
}
