// What was measured, as Markdown: ratios first, since machines differ.

/** The report; every ratio is ours to the best of the others. */
export function markdown({ operations, contestants, results, seconds, rounds, connections }) {
  const names = contestants.map(({ name }) => name);
  const [ours, ...others] = names;
  const of = (operation, name) => results.filter((result) => result.operation === operation && result.contestant === name);
  const best = (operation) => Math.max(...others.map((name) => median(of(operation, name), 'perSecond')));

  const throughput = operations.map((operation) => [
    operation,
    `**${(median(of(operation, ours), 'perSecond') / best(operation)).toFixed(2)}**`,
    ...names.map((name) => String(Math.round(median(of(operation, name), 'perSecond')))),
  ]);
  const latency = operations.map((operation) => [
    operation,
    ...names.map((name) => `${median(of(operation, name), 'p50').toFixed(1)} / ${median(of(operation, name), 'p99').toFixed(1)}`),
  ]);
  const cpu = operations.map((operation) => [operation, ...names.map((name) => String(Math.round(median(of(operation, name), 'cpuMicros'))))]);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);

  return [
    `Medians of ${rounds} rounds of ${seconds} s, ${connections} connections (8 for log-in); ${failed} requests failed.`,
    '## Requests a second',
    table(['operation', 'ours to the best peer', ...names], throughput),
    '## Latency in milliseconds, p50 / p99',
    table(['operation', ...names], latency),
    '## Processor time of the server for a request, in microseconds',
    table(['operation', ...names], cpu),
    '## Start and memory',
    table(['', ...names], [
      ['start to ready, s', ...contestants.map(({ startMillis }) => (startMillis / 1000).toFixed(1))],
      ['memory at the end, MiB', ...contestants.map((contestant) => String(Math.round(contestant.memoryMiB())))],
    ]),
    '',
  ].join('\n\n');
}

function table(head, rows) {
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function median(results, key) {
  const sorted = results.map((result) => result[key]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
