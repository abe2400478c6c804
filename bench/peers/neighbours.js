// The database and the Redis that all contestants share: those that the package brings, in a folder of their own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { catalogue } from './catalogue.js';
import { cpuMillis, endStranger, endWithUs, freePort, Server } from './processes.js';

const ADMINISTRATOR = { email: 'admin@example.com', password: 'choose-a-rare-one' };

/** Has a node start both, fill the catalogue and go at once, so that it leaves them behind as they are. */
export async function startNeighbours({ java, quarkusRun, folder, products }) {
  const data = join(folder, 'data');
  const port = await freePort();
  const node = new Server({
    name: 'the node that starts the database',
    command: java,
    args: ['-jar', quarkusRun],
    env: {
      QUARKUS_HTTP_PORT: String(port),
      QUARTERMASTER_DATA_FOLDER: data,
      QUARTERMASTER_RATE_LIMIT_API: 'off',
      QUARTERMASTER_ADMIN_EMAIL: ADMINISTRATOR.email,
      QUARTERMASTER_ADMIN_PASSWORD: ADMINISTRATOR.password,
    },
    port,
    logFile: join(folder, 'neighbours.log'),
  });
  try {
    await node.start();
  } finally {
    adopt(data);
  }
  const neighbours = new Neighbours(data);
  const ids = await catalogue(node.address, ADMINISTRATOR, products);
  await node.stop('SIGKILL');
  return { neighbours, ids: await neighbours.prepare(ids) };
}

function adopt(data) {
  for (const [file, signal] of PID_FILES) {
    const pid = pidIn(join(data, file));
    if (pid !== undefined) {
      endWithUs(pid, signal);
    }
  }
}

/** Their data goes with them, so the database need not tidy up. */
const PID_FILES = [
  ['redis/redis.pid', 'SIGKILL'],
  ['postgresql/postmaster.pid', 'SIGQUIT'],
];

function pidIn(file) {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

class Neighbours {
  constructor(data) {
    const redis = readFileSync(join(data, 'redis/redis.conf'), 'utf8');
    const setting = (name) => new RegExp(`^${name} "?([^"\\n]+)"?`, 'm').exec(redis)[1];
    this.redis = { port: setting('port'), password: setting('requirepass'), pid: pidIn(join(data, 'redis/redis.pid')) };
    this.database = {
      host: '127.0.0.1',
      port: readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n')[3].trim(),
      database: 'quartermaster',
      user: 'quartermaster',
      password: readFileSync(join(data, 'postgresql.password'), 'utf8').trim(),
      pid: pidIn(join(data, 'postgresql/postmaster.pid')),
    };
    this.keyFile = join(data, 'jwt-key.pem');
  }

  get databaseUrl() {
    const { host, port, database, user, password } = this.database;
    return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
  }

  get redisUrl() {
    return `redis://:${encodeURIComponent(this.redis.password)}@127.0.0.1:${this.redis.port}`;
  }

  /** Stock that never runs out, the peers' index, and what pgbench picks products from. */
  async prepare(ids) {
    const client = new pg.Client(this.databaseUrl);
    await client.connect();
    try {
      await client.query('INSERT INTO stock_levels (product_id, on_hand, reserved) SELECT unnest($1::uuid[]), 100000000, 0', [ids]);
      await client.query(`
        CREATE INDEX peers_search ON products
        USING gin (to_tsvector('simple', name || ' ' || sku || ' ' || coalesce(category, '') || ' ' || description))
        WHERE deleted_at IS NULL`);
      await client.query('CREATE TABLE bench_picks (number int PRIMARY KEY, product_id uuid NOT NULL)');
      await client.query('INSERT INTO bench_picks SELECT number, id FROM unnest($1::uuid[]) WITH ORDINALITY AS pick (id, number)', [ids]);
      await client.query('VACUUM ANALYZE');
      return ids;
    } finally {
      await client.end();
    }
  }

  databaseCpuMillis() {
    return cpuMillis(this.database.pid);
  }

  redisCpuMillis() {
    return cpuMillis(this.redis.pid);
  }

  async stop() {
    await endStranger(this.redis.pid, 'SIGKILL');
    await endStranger(this.database.pid, 'SIGQUIT');
  }
}
