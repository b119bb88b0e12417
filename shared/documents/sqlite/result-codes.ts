const PRIMARY = (
  'OK ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL ' +
  'EMPTY SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB'
).split(' ');

/** What SQLite adds to a primary code, from 1 on, as its documentation counts them. */
const EXTENSIONS: Record<string, string> = {
  ERROR: 'MISSING_COLLSEQ RETRY SNAPSHOT',
  BUSY: 'RECOVERY SNAPSHOT TIMEOUT',
  LOCKED: 'SHAREDCACHE VTAB',
  READONLY: 'RECOVERY CANTLOCK ROLLBACK DBMOVED CANTINIT DIRECTORY',
  IOERR:
    'READ SHORT_READ WRITE FSYNC DIR_FSYNC TRUNCATE FSTAT UNLOCK RDLOCK DELETE BLOCKED NOMEM ACCESS ' +
    'CHECKRESERVEDLOCK LOCK CLOSE DIR_CLOSE SHMOPEN SHMSIZE SHMLOCK SHMMAP SEEK DELETE_NOENT MMAP GETTEMPPATH ' +
    'CONVPATH VNODE AUTH BEGIN_ATOMIC COMMIT_ATOMIC ROLLBACK_ATOMIC DATA CORRUPTFS IN_PAGE',
  CORRUPT: 'VTAB SEQUENCE INDEX',
  CANTOPEN: 'NOTEMPDIR ISDIR FULLPATH CONVPATH DIRTYWAL SYMLINK',
  CONSTRAINT: 'CHECK COMMITHOOK FOREIGNKEY FUNCTION NOTNULL PRIMARYKEY TRIGGER UNIQUE VTAB ROWID PINNED DATATYPE',
};

/** Returns the extended result code of an error that SQLite reported; undefined for every other error. */
export function sqliteCode(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : undefined;
}

/** Returns the name of what SQLite reported without its extension, e.g. `IOERR` for each kind of it. */
export function primaryName(code: number): string | undefined {
  return PRIMARY[code & 0xff];
}

/** Returns an extended result code as it is told to operators, e.g. `SQLITE_IOERR_WRITE 778`. */
export function sqliteCodeName(code: number): string {
  const primary = primaryName(code);
  const extension = EXTENSIONS[primary ?? '']?.split(' ')[(code >> 8) - 1];
  return `${['SQLITE', primary ?? 'UNKNOWN', ...(extension === undefined ? [] : [extension])].join('_')} ${code}`;
}
