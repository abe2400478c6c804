// As many processes as WORKERS says share one port; one, which is the default, needs no cluster.
import cluster from 'node:cluster';

const workers = Number(process.env.WORKERS ?? 1);

export function serve(start) {
  if (workers > 1 && cluster.isPrimary) {
    for (let worker = 0; worker < workers; worker++) {
      cluster.fork();
    }
    process.once('SIGTERM', () => {
      Object.values(cluster.workers).forEach((worker) => worker.process.kill('SIGTERM'));
      process.exit(0);
    });
    return;
  }
  process.once('SIGTERM', () => process.exit(0));
  start(Number(process.env.PORT));
}

/** All processes together have as many connections as we do. */
export const settings = {
  databaseUrl: process.env.DATABASE_URL,
  redisUrl: process.env.REDIS_URL,
  keyFile: process.env.JWT_KEY,
  connections: Math.floor(Number(process.env.CONNECTIONS) / workers),
};
