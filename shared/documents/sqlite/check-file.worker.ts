import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { primaryName, sqliteCode, sqliteCodeName } from './result-codes.ts';

const MOST_PROBLEMS = 20;

parentPort?.postMessage({ problems: problemsOf(String(workerData)) });

function problemsOf(file: string): string[] {
  try {
    const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    const rows = db.prepare(`PRAGMA quick_check(${MOST_PROBLEMS})`).all();
    db.close();
    const found = rows.flatMap(({ quick_check: text }) => String(text).split('\n'));
    return found.filter((line) => line !== 'ok' && !line.startsWith('***'));
  } catch (error) {
    const code = sqliteCode(error);
    // Some damage ends the check itself; anything else says nothing about the file.
    if (code !== undefined && /^(CORRUPT|NOTADB)$/.test(primaryName(code) ?? '')) return [sqliteCodeName(code)];
    throw error;
  }
}
