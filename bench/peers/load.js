// Load by wrk, over loopback and for a bounded time.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Sends one kind of request for some seconds; tells requests a second, latencies in milliseconds and how many failed. */
export async function send(operation, address, { seconds, connections, token, env }) {
  const headers = token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`];
  const { stdout } = await run(
    'wrk',
    ['-t1', `-c${operation.connections ?? connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', operation.script,
      '-H', 'Content-Type: application/json', ...headers, address + operation.path],
    { env: { ...process.env, ...operation.env, ...env }, cwd: import.meta.dirname },
  );
  const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)[1]);
  return {
    requests: result.requests,
    perSecond: result.requests / (result.micros / 1e6),
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
    failed: result.failed,
  };
}
