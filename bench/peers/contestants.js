// Who is measured: ours first, then the peers.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, Server } from './processes.js';

/** Connections that each contestant may have to the database, over all of its processes; all of them run at once. */
export const CONNECTIONS = 16;

/** The package by its launcher, which uses the AOT cache beside it. */
export const ours = async (shared) => quartermaster('quartermaster', join(shared.quarkusApp, 'quartermaster'), [], shared);

/** The package by the plain command. */
export const oursPlainly = async (shared) =>
  quartermaster('quartermaster, java -jar', shared.java, ['-jar', join(shared.quarkusApp, 'quarkus-run.jar')], shared);

export const hasCache = ({ quarkusApp }) => existsSync(join(quarkusApp, 'quartermaster.aot'));

async function quartermaster(name, command, args, { neighbours, folder, javaHome }) {
  const { host, port: databasePort, database, user, password } = neighbours.database;
  const port = await freePort();
  return new Server({
    name,
    command,
    args,
    env: {
      JAVA_HOME: javaHome,
      QUARKUS_HTTP_PORT: String(port),
      QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://${host}:${databasePort}/${database}`,
      QUARKUS_DATASOURCE_USERNAME: user,
      QUARKUS_DATASOURCE_PASSWORD: password,
      QUARKUS_DATASOURCE_JDBC_MAX_SIZE: String(CONNECTIONS),
      QUARKUS_REDIS_HOSTS: `redis://127.0.0.1:${neighbours.redis.port}`,
      QUARKUS_REDIS_PASSWORD: neighbours.redis.password,
      QUARTERMASTER_JWT_KEY: neighbours.keyFile,
      // Peers limit no rates and log no requests.
      QUARTERMASTER_RATE_LIMIT_API: 'off',
      QUARTERMASTER_RATE_LIMIT_LOGIN: 'off',
      QUARKUS_LOG_CATEGORY__DEV_QUARTERMASTER_ACCESS__LEVEL: 'WARN',
    },
    port,
    logFile: join(folder, `${name}.log`),
  });
}

export async function peers(shared) {
  return [await peer('fastify', 1, shared), await peer('fastify', 2, shared), await peer('express', 2, shared)];
}

async function peer(framework, workers, { neighbours, folder }) {
  const port = await freePort();
  const name = workers === 1 ? framework : `${framework}, ${workers} workers`;
  return new Server({
    name,
    command: process.execPath,
    args: [join(import.meta.dirname, `${framework}.js`)],
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      WORKERS: String(workers),
      CONNECTIONS: String(CONNECTIONS),
      DATABASE_URL: neighbours.databaseUrl,
      REDIS_URL: neighbours.redisUrl,
      JWT_KEY: neighbours.keyFile,
    },
    port,
    logFile: join(folder, `${name}.log`),
  });
}
