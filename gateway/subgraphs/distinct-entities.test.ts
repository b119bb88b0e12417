import { describe, expect, test } from '@jest/globals';
import { distinctEntities } from './distinct-entities.ts';

const person = (id: string) => ({ __typename: 'Person', id });
const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const asking = (representations: unknown) =>
  distinctEntities({ query, variables: { representations, on: '2026-01-01' }, operationName: 'Q' });
const ada = { name: 'Ada' };
const ben = { name: 'Ben' };

describe('people that stand in an answer several times', () => {
  test('are asked for once, with everything else that belongs to the question', () => {
    expect(asking([person('1'), person('2'), person('1'), person('1')]).asked).toEqual({
      query,
      variables: { representations: [person('1'), person('2')], on: '2026-01-01' },
      operationName: 'Q',
    });
  });

  test('are asked for each when something else is known about them, or they are of another kind', () => {
    const different = [person('1'), { ...person('1'), birthDate: null }, { ...person('1'), __typename: 'Case' }];
    expect(asking(different).asked.variables.representations).toEqual(different);
  });

  test.each([
    { how: 'in each place', ids: ['1', '2', '1'], answered: [ada, ben], expected: [ada, ben, ada] },
    { how: 'in each place, nobody as well', ids: ['1', '1', '2'], answered: [null, ben], expected: [null, null, ben] },
    { how: 'as they came when none repeats', ids: ['2', '1'], answered: [ben, ada], expected: [ben, ada] },
  ])('are answered $how', ({ ids, answered, expected }) => {
    const { spreadOut } = asking(ids.map(person));
    expect(spreadOut({ data: { _entities: answered } })).toEqual({ data: { _entities: expected } });
  });

  test('are refused in each place, and what is refused as a whole once', () => {
    const refused = (path: (string | number)[]) => ({
      message: 'Not for you.',
      path,
      extensions: { code: 'FORBIDDEN' },
    });
    const { spreadOut } = asking([person('1'), person('2'), person('2')]);
    const whole = { message: 'Not at all.', extensions: { code: 'FORBIDDEN' } };
    expect(spreadOut({ errors: [refused(['_entities', 1, 'name']), whole] })).toEqual({
      errors: [refused(['_entities', 1, 'name']), refused(['_entities', 2, 'name']), whole],
    });
  });

  test('are not looked for where a question is about none', () => {
    const asked = { query: '{ persons { id } }', variables: { ids: ['1', '1'] }, operationName: undefined };
    expect(distinctEntities(asked).asked).toBe(asked);
  });
});
