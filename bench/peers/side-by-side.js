// Quartermaster and its peers, one after the other in every round, on one database and one Redis, over loopback.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { requireAgreement } from './agreement.js';
import { CONNECTIONS, hasCache, ours, oursPlainly, peers } from './contestants.js';
import { exchange } from './exchange.js';
import { findPgbench, runLimit } from './limit.js';
import { send } from './load.js';
import { load, machine, versions } from './machine.js';
import { startNeighbours } from './neighbours.js';
import { operations } from './operations.js';
import { busyMillis } from './processes.js';
import { markdown } from './report.js';

const ROOT = resolve(import.meta.dirname, '../..');
const CUSTOMER = { name: 'Bench', email: 'bench@example.com', password: 'correct-horse-battery' };
const SETTLE_SECONDS = 20;
const LIMIT = 'limit';

const options = read(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'side-by-side-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  process.exitCode = await main();
} catch (failure) {
  say(failure.stack);
  process.exitCode = 1;
}
process.exit();

function read(args) {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '3' },
      'warm-up': { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      starts: { type: 'string', default: '3' },
      connections: { type: 'string', default: '64' },
      products: { type: 'string', default: '10000' },
      only: { type: 'string' },
      java: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const numbers = ['seconds', 'warm-up', 'rounds', 'starts', 'connections', 'products'].map((name) => [name, Number(values[name])]);
  const senseless = numbers.find(([, number]) => !Number.isInteger(number) || number < 1);
  if (senseless !== undefined) {
    say(`--${senseless[0]} has to be a number of 1 or more`);
    process.exit(2);
  }
  return { ...values, ...Object.fromEntries(numbers), names: values.only?.split(',') };
}

async function main() {
  const begun = new Date();
  const loadBefore = load();
  const java = options.java;
  const quarkusApp = join(ROOT, 'bootstrap/target/quarkus-app');
  say(`starting the database and Redis that all share, and adding ${options.products} products`);
  const { neighbours, ids } = await startNeighbours({ java, quarkusRun: join(quarkusApp, 'quarkus-run.jar'), folder, products: options.products });
  const shared = { neighbours, folder, java, javaHome: resolve(java, '../..'), quarkusApp };
  const pgbench = findPgbench();
  const contestants = [await ours(shared), ...(await peers(shared))];
  const plainly = await oursPlainly(shared);
  const starts = new Map();
  for (const contestant of [plainly, ...contestants]) {
    starts.set(contestant, await startAgainAndAgain(contestant));
  }
  await pause(SETTLE_SECONDS * 1000);
  [plainly, ...contestants].forEach((contestant) => (contestant.idleMiB = contestant.memoryMiB()));
  await plainly.stop();

  const customer = await exchange(contestants[0].address, 'POST', '/api/v1/users', { body: CUSTOMER });
  for (const contestant of contestants) {
    await logIn(contestant);
    contestant.cursor = (await exchange(contestant.address, 'GET', '/api/v1/products?limit=20&after=')).pagination.next;
  }
  const measured = operations({ ids, folder, customer: { ...CUSTOMER, id: customer.id }, names: options.names });
  await requireAgreement(measured, contestants);

  const variables = { customer: customer.id, products: ids.length, some: Math.min(1000, ids.length), after: ids[ids.length >> 1] };
  const results = await inRounds(measured, contestants, {
    neighbours,
    limit: pgbench && ((operation, seconds) => runLimit(pgbench, operation.limit, { seconds, database: neighbours.database, folder, variables })),
  });
  const report = markdown({
    options,
    begun,
    minutes: (Date.now() - begun) / 60_000,
    command: ['bench/side-by-side', ...commandLine()].join(' '),
    machine: machine(),
    loadBefore,
    versions: await versions({ java, pgbench, neighbours, root: ROOT }),
    operations: measured,
    contestants,
    plainly,
    starts,
    cached: hasCache(shared),
    results,
    limit: pgbench === undefined ? undefined : LIMIT,
    poolSize: CONNECTIONS,
    settleSeconds: SETTLE_SECONDS,
  });
  process.stdout.write(report);
  if (options.out !== undefined) {
    writeFileSync(options.out, report);
  }
  for (const contestant of contestants) {
    await contestant.stop();
  }
  await neighbours.stop();
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (failed > 0) {
    say(`${failed} requests failed, so the figures say nothing`);
  }
  return failed > 0 ? 1 : 0;
}

/** As it was typed, without what the script in front of us adds. */
function commandLine() {
  const args = process.argv.slice(2);
  const java = args.indexOf('--java');
  return args.filter((_, index) => index !== java && index !== java + 1).map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg));
}

/** Starts it some times, leaves it running, and gives how long each start took. */
async function startAgainAndAgain(contestant) {
  const millis = [await contestant.start()];
  while (millis.length < options.starts) {
    await contestant.stop();
    millis.push(await contestant.start());
  }
  say(`${contestant.name}: ready after ${millis.map((each) => (each / 1000).toFixed(2)).join(', ')} s`);
  return millis;
}

async function inRounds(measured, contestants, { neighbours, limit }) {
  const results = [];
  const note = (operation, name, result) => {
    results.push({ operation: operation.name, contestant: name, ...result });
    say(`${operation.name}, ${name}: ${Math.round(result.perSecond)}/s, p99 ${result.p99.toFixed(1)} ms, failed ${result.failed}`);
  };
  for (const operation of measured) {
    for (const contestant of contestants) {
      await logIn(contestant);
      const { failed } = await send(operation, contestant, { seconds: options['warm-up'], connections: options.connections });
      if (failed > 0) {
        throw new Error(`${failed} requests of ${operation.name} failed while ${contestant.name} was warming up`);
      }
    }
    for (let round = 0; round < options.rounds; round++) {
      for (const contestant of contestants) {
        await logIn(contestant);
        note(operation, contestant.name, await observed(operation, contestant, neighbours));
      }
      if (limit !== undefined && operation.limit !== undefined) {
        note(operation, LIMIT, await limit(operation, options.seconds));
      }
    }
  }
  contestants.forEach((contestant) => (contestant.loadedMiB = contestant.memoryMiB()));
  return results;
}

/** Tokens are good for a quarter of an hour; a bench may take longer. */
async function logIn(contestant) {
  const { email, password } = CUSTOMER;
  contestant.token = (await exchange(contestant.address, 'POST', '/api/v1/auth/login', { body: { email, password } })).token;
}

async function observed(operation, contestant, neighbours) {
  const spent = () => ({
    server: contestant.cpuMillis(),
    database: neighbours.databaseCpuMillis(),
    redis: neighbours.redisCpuMillis(),
    all: busyMillis(),
  });
  const before = spent();
  const result = await send(operation, contestant, { seconds: options.seconds, connections: options.connections });
  const after = spent();
  const cpuMillis = Object.fromEntries(Object.keys(before).map((who) => [who, after[who] - before[who]]));
  return { ...result, cpuMillis, cpuMicros: (cpuMillis.server * 1000) / result.requests };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
