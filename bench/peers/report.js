// What was measured, as Markdown: ratios first, since machines differ.

const START_TARGET_SECONDS = 2;
const IDLE_TARGET_MIB = 250;

/** The report; every ratio is ours to another's. */
export function markdown(run) {
  const figures = new Figures(run);
  return [
    '# Side by side',
    introduction(run),
    '## Targets',
    table(['what', 'target', 'measured', ''], targets(run, figures)),
    '## Requests a second',
    table(
      ['operation', 'ours to the best peer', ...(run.limit ? ['ours to the limit'] : []), ...figures.names, ...(run.limit ? ['limit (pgbench)'] : [])],
      run.operations.map((operation) => throughput(run, figures, operation)),
    ),
    run.limit ? LIMIT_NOTE(run) : '`pgbench` is not installed here, so there is no column of the limit.',
    '## Latency in milliseconds, p50 / p99',
    table(
      ['operation', ...figures.names, ...(run.limit ? ['limit (pgbench)'] : [])],
      run.operations.map(({ name }) => [name, ...[...figures.names, ...(run.limit ? [run.limit] : [])].map((who) => latency(figures, name, who))]),
    ),
    '## Processor time of the server for a request, in microseconds',
    table(
      ['operation', ...figures.names],
      run.operations.map(({ name }) => [name, ...figures.names.map((who) => round(figures.median(name, who, 'cpuMicros')))]),
    ),
    '## What bounds our figures',
    'Where the processors\' time went while ours was under load, in hundredths of all that was spent. The client is wrk and what the kernel does for nobody in particular.',
    table(['operation', 'ours', 'PostgreSQL', 'Redis', 'client'], run.operations.map(({ name }) => [name, ...figures.shares(name)])),
    '## Start and memory',
    table(['', `${figures.ours} (${run.cached ? 'AOT cache' : 'without AOT cache'})`, 'the same by `java -jar`', ...figures.peers], startAndMemory(run, figures)),
    `Memory is PSS, of all processes of a server; idle is ${run.settleSeconds} s after the start. Ours started with the database and the Redis that all share, as with any that it does not embed.`,
    '## How to read it',
    HOW_TO_READ(run),
    '## Versions',
    table(run.versions.map(([name]) => name), [run.versions.map(([, version]) => version)]),
    '',
  ].join('\n\n');
}

class Figures {
  constructor({ contestants, results }) {
    this.names = contestants.map(({ name }) => name);
    [this.ours, ...this.peers] = this.names;
    this.results = results;
  }

  #of(operation, name) {
    return this.results.filter((result) => result.operation === operation && result.contestant === name);
  }

  median(operation, name, key) {
    return median(this.#of(operation, name).map((result) => result[key]));
  }

  has(operation, name) {
    return this.#of(operation, name).length > 0;
  }

  /** Ours to the best peer. */
  ratio(operation) {
    return this.median(operation, this.ours, 'perSecond') / Math.max(...this.peers.map((peer) => this.median(operation, peer, 'perSecond')));
  }

  /** The shortest p99 of any peer. */
  peersP99(operation) {
    return Math.min(...this.peers.map((peer) => this.median(operation, peer, 'p99')));
  }

  shares(operation) {
    const spent = { server: 0, database: 0, redis: 0, all: 0 };
    this.#of(operation, this.ours).forEach(({ cpuMillis }) => Object.keys(spent).forEach((who) => (spent[who] += cpuMillis[who])));
    const share = (millis) => round((100 * Math.max(0, millis)) / spent.all);
    return [share(spent.server), share(spent.database), share(spent.redis), share(spent.all - spent.server - spent.database - spent.redis)];
  }
}

function introduction({ begun, minutes, machine, loadBefore, command, operations, contestants, results, options }) {
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  return [
    `Written by \`${command}\` on ${begun.toISOString().slice(0, 16).replace('T', ' ')} UTC, in ${round(minutes)} minutes, on ${machine}, which client, servers and databases share. The machine's load was ${loadBefore} when it began.`,
    `Medians of ${options.rounds} rounds of ${options.seconds} s with ${options.connections} connections (8 for log-in), in which contestants take turns; before the first round of each operation every contestant warms up for ${options['warm-up']} s.`,
    `${options.products} products. All ${contestants.length} contestants gave the same answer to each of the ${operations.length} requests before they were measured. ${failed} requests failed.`,
  ].join('\n');
}

function targets(run, figures) {
  const throughputs = run.operations
    .filter(({ target }) => target !== undefined)
    .map(({ name, target }) => row(`${name}, requests a second to the best peer's`, `>= ${target}`, figures.ratio(name).toFixed(2), figures.ratio(name) >= target));
  const latencies = run.operations.map(({ name }) => {
    const ours = figures.median(name, figures.ours, 'p99');
    const peers = figures.peersP99(name);
    return row(`${name}, p99 to the best peer's`, `<= ${millis(peers)} ms`, `${millis(ours)} ms`, ours <= peers);
  });
  const start = median(run.starts.get(run.contestants[0])) / 1000;
  const idle = run.contestants[0].idleMiB;
  return [
    ...throughputs,
    ...latencies,
    row('start to ready', `<= ${START_TARGET_SECONDS} s`, `${start.toFixed(2)} s`, start <= START_TARGET_SECONDS),
    row('idle memory', `<= ${IDLE_TARGET_MIB} MiB`, `${round(idle)} MiB`, idle <= IDLE_TARGET_MIB),
  ];
}

const row = (what, target, measured, met) => [what, target, measured, met ? 'met' : '**missed**'];

function throughput(run, figures, { name }) {
  const ours = figures.median(name, figures.ours, 'perSecond');
  const limited = run.limit !== undefined && figures.has(name, run.limit);
  const limit = limited ? figures.median(name, run.limit, 'perSecond') : undefined;
  return [
    name,
    `**${figures.ratio(name).toFixed(2)}**`,
    ...(run.limit ? [limited ? (ours / limit).toFixed(2) : 'none'] : []),
    ...figures.names.map((who) => round(figures.median(name, who, 'perSecond'))),
    ...(run.limit ? [limited ? round(limit) : 'none'] : []),
  ];
}

function latency(figures, operation, name) {
  return figures.has(operation, name)
    ? `${millis(figures.median(operation, name, 'p50'))} / ${millis(figures.median(operation, name, 'p99'))}`
    : 'none';
}

function startAndMemory({ contestants, plainly, starts }, { peers }) {
  const [ours, ...others] = contestants;
  return [
    ['start to ready, s', ...[ours, plainly, ...others].map((who) => (median(starts.get(who)) / 1000).toFixed(2))],
    ['idle memory, MiB', ...[ours, plainly, ...others].map((who) => round(who.idleMiB))],
    ['memory after the load, MiB', round(ours.loadedMiB), '', ...peers.map((_, index) => round(others[index].loadedMiB))],
  ];
}

const LIMIT_NOTE = ({ poolSize }) =>
  `The limit is the peers' SQL (for the product by id, the read that a cache saves), prepared, from pgbench with ${poolSize} connections on the same processors: no HTTP, no JSON, no client beside it. Log-in has none: it is Argon2, not SQL.`;

const HOW_TO_READ = ({ poolSize }) =>
  [
    'Client, servers, PostgreSQL and Redis share the processors, so a contestant that is slow leaves time to the others of its own run only, and rates are no capacity. Read ratios, and only those of a run on a machine that did nothing else.',
    `The peers are the shop as people assemble it in Node.js: \`pg\` with prepared statements, \`ioredis\` with a cache aside for the product by id, \`fast-jwt\` with its cache of verified tokens, \`NODE_ENV=production\`. Each contestant has ${poolSize} connections to the database over all of its processes, and neither limits rates nor logs requests. They search by an expression index of \`to_tsvector\`. Ours does more for the same answer: it keeps an audit trail of orders and log-ins, answers with \`ETag\`, \`links\` and security headers, and looks at every request whether the session still stands.`,
    'A ratio says how much ours is ahead of the best of the peers in that row; p99 is compared with the shortest of theirs.',
  ].join('\n\n');

function table(head, rows) {
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

const round = (number) => String(Math.round(number));
const millis = (number) => number.toFixed(1);
