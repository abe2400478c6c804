// Quartermaster and its peers, one after the other in every round, on one database and one Redis, over loopback.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { send } from './load.js';
import { freePort, Running } from './processes.js';
import { markdown } from './report.js';

const ROOT = resolve(import.meta.dirname, '../..');
const PRODUCTS = 10_000;
const CUSTOMER = { name: 'Bench', email: 'bench@example.com', password: 'correct-horse-battery' };
const ADMINISTRATOR = { QUARTERMASTER_ADMIN_EMAIL: 'admin@example.com', QUARTERMASTER_ADMIN_PASSWORD: 'choose-a-rare-one' };

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '64' },
    only: { type: 'string' },
    java: { type: 'string', default: 'java' },
    out: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const connections = Number(options.connections);
const folder = mkdtempSync(join(tmpdir(), 'side-by-side-'));

const operations = [
  { name: 'product by id', script: 'pick.lua', path: '', env: { PRODUCTS: join(folder, 'some') } },
  { name: 'product list with total', script: 'same.lua', path: '/api/v1/products?page=1&limit=20' },
  { name: 'own account', script: 'same.lua', path: '/api/v1/users/me', signedIn: true },
  { name: 'search', script: 'same.lua', path: '/api/v1/products?q=heart&limit=20' },
  { name: 'order of three lines', script: 'order.lua', path: '/api/v1/orders', signedIn: true, env: { PRODUCTS: join(folder, 'all'), LINES: '3' } },
  { name: 'order of one hot product', script: 'order.lua', path: '/api/v1/orders', signedIn: true, env: { PRODUCTS: join(folder, 'hot'), LINES: '1' } },
  { name: 'log-in', script: 'log-in.lua', path: '/api/v1/auth/login', connections: 8 },
].filter((operation) => options.only === undefined || options.only.split(',').includes(operation.name));

const servers = [];
process.on('exit', () => servers.forEach((server) => server.child.kill('SIGTERM')));
try {
  await main();
} finally {
  for (const server of servers.reverse()) {
    await server.stop();
  }
  rmSync(folder, { recursive: true });
}

async function main() {
  say('starting Quartermaster with the database and Redis that all share');
  const ours = await quartermaster();
  const shared = sharedServers();
  await fill(shared);
  const peers = [await peer('fastify', 1, shared), await peer('fastify', 2, shared), await peer('express', 2, shared)];
  const contestants = [ours, ...peers];
  await signUp(ours);
  for (const contestant of contestants) {
    contestant.token = await logIn(contestant);
  }
  const results = [];
  for (const operation of operations) {
    for (let round = 0; round <= rounds; round++) {
      for (const contestant of contestants) {
        const result = await measured(operation, contestant);
        // The first round warms everything up.
        if (round > 0) {
          results.push({ operation: operation.name, contestant: contestant.name, ...result });
          say(`${operation.name}, ${contestant.name}: ${Math.round(result.perSecond)}/s, p99 ${result.p99.toFixed(1)} ms, failed ${result.failed}`);
        }
      }
    }
  }
  const report = markdown({ operations: operations.map(({ name }) => name), contestants, results, seconds, rounds, connections });
  process.stdout.write(report);
  if (options.out !== undefined) {
    writeFileSync(options.out, report);
  }
  if (results.some(({ failed }) => failed > 0)) {
    process.exitCode = 1;
  }
}

async function quartermaster() {
  const port = await freePort();
  const server = await Running.start(
    'quartermaster',
    options.java,
    ['-jar', join(ROOT, 'bootstrap/target/quarkus-app/quarkus-run.jar')],
    {
      ...ADMINISTRATOR,
      QUARKUS_HTTP_PORT: String(port),
      QUARTERMASTER_DATA_FOLDER: join(folder, 'data'),
      QUARTERMASTER_RATE_LIMIT_API: 'off',
      QUARTERMASTER_RATE_LIMIT_LOGIN: 'off',
      // Peers log no requests either.
      QUARKUS_LOG_CATEGORY__DEV_QUARTERMASTER_ACCESS__LEVEL: 'WARN',
    },
    join(folder, 'quartermaster.log'),
    port,
  );
  servers.push(server);
  return server;
}

/** Where the embedded servers are, as the data folder tells. */
function sharedServers() {
  const data = join(folder, 'data');
  const postgresPort = readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n')[3].trim();
  const password = encodeURIComponent(readFileSync(join(data, 'postgresql.password'), 'utf8').trim());
  const redis = readFileSync(join(data, 'redis/redis.conf'), 'utf8');
  const setting = (name) => new RegExp(`^${name} "?([^"\\n]+)"?`, 'm').exec(redis)[1];
  return {
    databaseUrl: `postgresql://quartermaster:${password}@127.0.0.1:${postgresPort}/quartermaster`,
    redisUrl: `redis://:${encodeURIComponent(setting('requirepass'))}@127.0.0.1:${setting('port')}`,
    keyFile: join(data, 'jwt-key.pem'),
  };
}

async function fill({ databaseUrl }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      INSERT INTO products (id, sku, name, description, category, price_amount, price_currency, attributes, status, search_text,
                            created_at, updated_at, version)
      SELECT gen_random_uuid(), 'B-' || number, word || ' holder no. ' || number, 'A holder made of ' || word, 'category ' || number % 50,
             100 + number, 'EUR', jsonb_build_object('colour', word), 'active', lower(word || ' holder no. ' || number || E'\\n' || 'B-' || number),
             now() - number * interval '1 second', now(), 1
      FROM generate_series(1, ${PRODUCTS}) AS number,
           LATERAL (SELECT (ARRAY['Heart', 'Star', 'Moon', 'Leaf', 'Bird', 'Rose', 'Tin', 'Oak', 'Tea', 'Bell'])[1 + number % 10] AS word) AS words`);
    await client.query('INSERT INTO stock_levels (product_id, on_hand, reserved) SELECT id, 100000000, 0 FROM products');
    await client.query('ANALYZE');
    const { rows } = await client.query('SELECT id FROM products ORDER BY id');
    const ids = rows.map(({ id }) => id);
    writeFileSync(join(folder, 'all'), ids.join('\n'));
    writeFileSync(join(folder, 'some'), ids.slice(0, 1000).join('\n'));
    writeFileSync(join(folder, 'hot'), ids[0]);
  } finally {
    await client.end();
  }
}

async function peer(framework, workers, { databaseUrl, redisUrl, keyFile }) {
  const name = workers === 1 ? framework : `${framework}, ${workers} workers`;
  const port = await freePort();
  const server = await Running.start(
    name,
    process.execPath,
    [join(import.meta.dirname, `${framework}.js`)],
    { PORT: String(port), WORKERS: String(workers), DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, JWT_KEY: keyFile, NODE_ENV: 'production' },
    join(folder, `${framework}-${workers}.log`),
    port,
  );
  servers.push(server);
  return server;
}

async function signUp(server) {
  await post(server, '/api/v1/users', CUSTOMER, 201);
}

async function logIn(server) {
  const { email, password } = CUSTOMER;
  return (await post(server, '/api/v1/auth/login', { email, password }, 200)).token;
}

async function post(server, path, body, expected) {
  const answer = await fetch(server.address + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== expected) {
    throw new Error(`${server.name} answers ${path} by ${answer.status}: ${await answer.text()}`);
  }
  return answer.json();
}

async function measured(operation, contestant) {
  // Tokens are good for a quarter of an hour; a bench takes longer.
  contestant.token = await logIn(contestant);
  const before = contestant.cpuMillis();
  const result = await send(operation, contestant.address, {
    seconds,
    connections,
    token: operation.signedIn ? contestant.token : undefined,
    env: { EMAIL: CUSTOMER.email, PASSWORD: CUSTOMER.password },
  });
  return { ...result, cpuMicros: ((contestant.cpuMillis() - before) * 1000) / result.requests, memoryMiB: contestant.memoryMiB() };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
