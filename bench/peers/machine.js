// What the figures were taken on.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { run } from './run.js';

const PACKAGES = ['fastify', 'express', 'pg', 'ioredis', 'fast-jwt', '@node-rs/argon2'];

export function machine() {
  const gib = Math.round(os.totalmem() / 2 ** 30);
  return `${os.availableParallelism()} processors (${os.cpus()[0].model.trim()}), ${gib} GiB, ${os.type()} ${os.release()}`;
}

/** How many wanted a processor in the last minute; well below 1 on a machine that does nothing else. */
export const load = () => os.loadavg()[0].toFixed(1);

export async function versions({ java, pgbench, neighbours, root }) {
  return [
    ['Quartermaster', await firstLine('git', ['-C', root, 'describe', '--always', '--dirty'], 'unknown')],
    ['Java', (await firstLine(java, ['--version'])).replace(/^\S+ /, '')],
    ['Node.js', process.version],
    ...PACKAGES.map((name) => [name, JSON.parse(readFileSync(join(import.meta.dirname, 'node_modules', name, 'package.json'), 'utf8')).version]),
    ['PostgreSQL', await postgresqlVersion(neighbours)],
    ['Redis', await redisVersion(neighbours)],
    ['wrk', (await run('sh', ['-c', 'wrk -v; true'])).split('\n')[0].replace(/^wrk (debian\/)?(\S+).*$/, '$2')],
    ['pgbench', pgbench === undefined ? 'not installed' : (await firstLine(pgbench, ['--version'])).replace(/^.*\) (\S+).*$/, '$1')],
  ];
}

async function firstLine(program, args, otherwise) {
  try {
    return (await run(program, args)).split('\n')[0];
  } catch (failure) {
    if (otherwise === undefined) {
      throw failure;
    }
    return otherwise;
  }
}

async function postgresqlVersion({ databaseUrl }) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query('SHOW server_version')).rows[0].server_version;
  } finally {
    await client.end();
  }
}

async function redisVersion({ redisUrl }) {
  const redis = new Redis(redisUrl);
  try {
    return /^redis_version:(\S+)/m.exec(await redis.info('server'))[1];
  } finally {
    await redis.quit();
  }
}
