import { describe, expect, test } from '@jest/globals';
import { sqliteCodeName } from './result-codes.ts';

describe('a result code of SQLite is told by the name that its documentation has', () => {
  test.each([
    [13, 'SQLITE_FULL 13'],
    [517, 'SQLITE_BUSY_SNAPSHOT 517'],
    [778, 'SQLITE_IOERR_WRITE 778'],
    [8714, 'SQLITE_IOERR_IN_PAGE 8714'],
    [1032, 'SQLITE_READONLY_DBMOVED 1032'],
    [779, 'SQLITE_CORRUPT_INDEX 779'],
    [2067, 'SQLITE_CONSTRAINT_UNIQUE 2067'],
    [26, 'SQLITE_NOTADB 26'],
    [255, 'SQLITE_UNKNOWN 255'],
  ])('%d: %s', (code, name) => expect(sqliteCodeName(code)).toBe(name));
});
