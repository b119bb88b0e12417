import { describe, expect, test } from '@jest/globals';
import { agendaOf } from './agenda.ts';
import { agendaPage } from './agenda-page.ts';
import { adasCase, caseWithPlan, invitation } from '../cases.fixture.ts';

const ada = { ...caseWithPlan, interviews: [invitation, { ...invitation, id: 'i-2' }] };
const waiting = agendaOf([ada, { ...adasCase, id: 'c-cem', interviews: [{ ...invitation, id: 'i-3' }] }], {
  from: '',
  to: '2026-12-31',
});
const ofPage = (entries: typeof waiting, page: { first: number; after?: string | null }) => {
  const { edges, pageInfo } = agendaPage(entries, page);
  return {
    entries: edges.map(
      ({
        node: {
          on,
          kind,
          case: { id },
          interview,
        },
      }) => [on, kind, id, interview?.id ?? null].join(' ').trim(),
    ),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
};

describe('a page of an agenda', () => {
  test('goes on where the last one ended, also between two talks of one case at one time', () => {
    const first = ofPage(waiting, { first: 1 });
    const second = ofPage(waiting, { first: 3, after: first.next });
    expect([first.entries, second.entries]).toEqual([
      ['2026-03-10 INTERVIEW c-ada i-1'],
      ['2026-03-10 INTERVIEW c-ada i-2', '2026-03-10 INTERVIEW c-cem i-3', '2026-04-20 STEP c-ada'],
    ]);
    expect(ofPage(waiting, { first: 3, after: second.next })).toEqual({
      entries: ['2026-10-01 REVIEW c-ada'],
      next: null,
    });
  });

  test('goes on when what the cursor stood at was done meanwhile', () => {
    const { next } = ofPage(waiting, { first: 2 });
    expect(ofPage(waiting.slice(2), { first: 1, after: next }).entries).toEqual(['2026-03-10 INTERVIEW c-cem i-3']);
  });

  test.each([
    ['no entry at all', 'INVALID_INPUT', { first: 0 }],
    ['more than a hundred entries', 'INVALID_INPUT', { first: 101 }],
    ['a cursor of another list', 'INVALID_CURSOR', { first: 1, after: 'elsewhere' }],
  ])('of %s is refused with %s', (_, code, page) => {
    expect(() => agendaPage(waiting, page)).toThrow(expect.objectContaining({ code }));
  });
});
