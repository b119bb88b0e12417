import { expect, test } from '@jest/globals';
import { assertPlannable } from './limits.ts';

test('what is planned lies between the first day of SGB II and ten years from today', () => {
  for (const day of ['2005-01-01', '2036-09-30'])
    expect(() => assertPlannable('dueOn', day, '2026-09-30')).not.toThrow();
  for (const day of ['2004-12-31', '2036-10-01', '9999-12-31', '10000-01-01'])
    expect(() => assertPlannable('dueOn', day, '2026-09-30')).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('from 2005-01-01 to 2036-09-30'),
      }),
    );
});
