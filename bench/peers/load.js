// Load by wrk, over loopback and for a bounded time.
import { run } from './run.js';

/** Sends one kind of request for some seconds; tells requests a second, latencies in milliseconds and how many failed. */
export async function send(operation, contestant, { seconds, connections }) {
  const headers = operation.signedIn ? ['-H', `Authorization: Bearer ${contestant.token}`] : [];
  const output = await run(
    'wrk',
    ['-t1', `-c${operation.connections ?? connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', operation.script ?? 'same.lua',
      '-H', 'Content-Type: application/json', ...headers, contestant.address + operation.path(contestant)],
    { env: operation.env, cwd: import.meta.dirname },
  );
  const { requests, micros, p50, p99, failed } = JSON.parse(/^RESULT (.*)$/m.exec(output)[1]);
  return { requests, perSecond: requests / (micros / 1e6), p50: p50 / 1000, p99: p99 / 1000, failed };
}
