// Servers as processes: started, waited for, looked at from the outside, and ended.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const TICKS_PER_SECOND = 100;
const READY_MILLIS = 120_000;

export async function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export class Running {
  constructor(name, child, address, logFile) {
    this.name = name;
    this.child = child;
    this.address = address;
    this.logFile = logFile;
  }

  /** Starts a server and waits until it is ready; `startMillis` then tells how long that took. */
  static async start(name, command, args, env, logFile, port) {
    const log = openSync(logFile, 'w');
    const begun = performance.now();
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
    const running = new Running(name, child, `http://127.0.0.1:${port}`, logFile);
    while (!(await running.#isReady())) {
      if (child.exitCode !== null || performance.now() - begun > READY_MILLIS) {
        throw new Error(`${name} does not start; see ${logFile}`);
      }
      await pause(10);
    }
    running.startMillis = performance.now() - begun;
    return running;
  }

  async #isReady() {
    try {
      return (await fetch(`${this.address}/health/ready`)).ok;
    } catch {
      return false;
    }
  }

  /** Processor time that it and its workers have used, in milliseconds; embedded servers are not its own. */
  cpuMillis() {
    return sum(this.#processes().map((pid) => ticks(pid) * (1000 / TICKS_PER_SECOND)));
  }

  /** Memory that it and its workers hold, in MiB. */
  memoryMiB() {
    return sum(this.#processes().map(residentKiB)) / 1024;
  }

  #processes() {
    const own = [this.child.pid];
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
      if (parent(pid) === this.child.pid && executable(pid) === executable(this.child.pid)) {
        own.push(pid);
      }
    }
    return own;
  }

  async stop() {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      await ended;
    }
  }
}

function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** What follows the name in parentheses, which may hold anything. */
function fields(pid) {
  const stat = read(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const parent = (pid) => Number(fields(pid)[1]);
const ticks = (pid) => Number(fields(pid)[11] ?? 0) + Number(fields(pid)[12] ?? 0);
const executable = (pid) => read(pid, 'cmdline').split('\0')[0];
const residentKiB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(read(pid, 'status'))?.[1] ?? 0);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
