// The limit: the peers' SQL by pgbench, with nothing between it and the database.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONNECTIONS } from './contestants.js';
import { run } from './run.js';

const SCRIPTS = resolve(import.meta.dirname, '../limit');
const DEBIANS = '/usr/lib/postgresql';

/** Where pgbench is: on the path, or where Debian keeps it; undefined when it is not installed. */
export function findPgbench() {
  const debians = existsSync(DEBIANS)
    ? readdirSync(DEBIANS).sort((one, other) => Number(other) - Number(one)).map((version) => join(DEBIANS, version, 'bin'))
    : [];
  return [...process.env.PATH.split(':'), ...debians].map((folder) => join(folder, 'pgbench')).find(existsSync);
}

/** Runs one script for some seconds and tells the same as of a contestant. */
export async function runLimit(pgbench, script, { seconds, database, folder, variables }) {
  const logs = mkdtempSync(join(folder, 'pgbench-'));
  try {
    const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const output = await run(
      pgbench,
      ['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-j', '1', '-T', String(seconds), '-l', '--log-prefix', join(logs, 'log'),
        ...defined, '-f', join(SCRIPTS, script)],
      {
        env: { PGHOST: database.host, PGPORT: database.port, PGDATABASE: database.database, PGUSER: database.user, PGPASSWORD: database.password },
      },
    );
    const perSecond = /^tps = ([\d.]+)/m.exec(output);
    if (perSecond === null) {
      throw new Error(`pgbench finished no transaction:\n${output}`);
    }
    const micros = latencies(logs);
    return {
      requests: micros.length,
      perSecond: Number(perSecond[1]),
      p50: percentile(micros, 0.5) / 1000,
      p99: percentile(micros, 0.99) / 1000,
      failed: Number(/^number of failed transactions: (\d+)/m.exec(output)?.[1] ?? 0),
    };
  } finally {
    rmSync(logs, { recursive: true });
  }
}

/** The third column of the log is a transaction's time. */
function latencies(logs) {
  return readdirSync(logs)
    .flatMap((file) => readFileSync(join(logs, file), 'utf8').trimEnd().split('\n'))
    .map((line) => Number(line.split(' ')[2]))
    .sort((one, other) => one - other);
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
