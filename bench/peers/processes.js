// Servers as processes: started, waited for, looked at from the outside, and ended, whatever becomes of us.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const MILLIS_PER_TICK = 10;
const READY_MILLIS = 120_000;
const STOP_MILLIS = 60_000;

const toEnd = new Map();
process.on('exit', () => toEnd.forEach((signal, pid) => end(pid, signal)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(1));
}

/** Has a process ended with ours, by the signal. */
export function endWithUs(pid, signal = 'SIGKILL') {
  toEnd.set(pid, signal);
}

/** Takes note that a process has ended by itself, whose id may be another's soon. */
export function ended(pid) {
  toEnd.delete(pid);
}

/** Ends a process that is not our child, and waits until it is gone. */
export async function endStranger(pid, signal) {
  end(pid, signal);
  const giveUp = performance.now() + STOP_MILLIS;
  while (isAlive(pid)) {
    if (performance.now() > giveUp) {
      throw new Error(`process ${pid} does not end`);
    }
    await pause(10);
  }
  ended(pid);
}

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

/** How to start a server: a name, a command line, the environment and where it is going to listen. */
export class Server {
  constructor({ name, command, args, env, port, logFile }) {
    this.name = name;
    this.command = command;
    this.args = args;
    this.env = { ...process.env, ...env };
    this.address = `http://127.0.0.1:${port}`;
    this.logFile = logFile;
  }

  /** Starts it and waits until it is ready; gives the milliseconds that took. */
  async start() {
    const log = openSync(this.logFile, 'a');
    const begun = performance.now();
    this.child = spawn(this.command, this.args, { env: this.env, stdio: ['ignore', log, log] });
    closeSync(log);
    const { pid } = this.child;
    this.gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.once('error', () => {});
    this.child.once('exit', () => ended(pid));
    endWithUs(pid);
    while (!(await this.#isReady())) {
      if (pid === undefined || this.child.exitCode !== null || performance.now() - begun > READY_MILLIS) {
        throw new Error(`${this.name} does not start:\n${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
      }
      await pause(5);
    }
    return performance.now() - begun;
  }

  async #isReady() {
    try {
      return (await fetch(`${this.address}/health/ready`)).ok;
    } catch {
      return false;
    }
  }

  async stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    const inTime = await Promise.race([this.gone.then(() => true), pause(STOP_MILLIS, false, { ref: false })]);
    if (!inTime) {
      throw new Error(`${this.name} does not stop`);
    }
  }

  /** Processor time that it and its workers have used, in milliseconds. */
  cpuMillis() {
    return cpuMillis(this.child.pid);
  }

  /** Memory that it and its workers hold, in MiB: what they share counts once. */
  memoryMiB() {
    return sum(family(this.child.pid).map(proportionalKiB)) / 1024;
  }
}

/** Processor time that a process and its living and former children have used, in milliseconds. */
export function cpuMillis(pid) {
  return sum(family(pid).map(ticks)) * MILLIS_PER_TICK;
}

/** Processor time that the whole machine has spent on anything, in milliseconds. */
export function busyMillis() {
  const [user, nice, system, , , irq, softirq] = read('/proc/stat').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * MILLIS_PER_TICK;
}

/** A process and all that descend from it. */
function family(pid) {
  const children = new Map();
  for (const other of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    const its = parent(other);
    children.set(its, [...(children.get(its) ?? []), other]);
  }
  const withDescendants = (one) => [one, ...(children.get(one) ?? []).flatMap(withDescendants)];
  return withDescendants(pid);
}

function end(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (failure) {
    if (failure.code !== 'ESRCH') {
      throw failure;
    }
  }
}

const isAlive = (pid) => read(`/proc/${pid}/stat`) !== '' && fields(pid)[0] !== 'Z';

/** Processes may be gone by the time they are looked at. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What follows the name in parentheses, which may hold anything. */
function fields(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const parent = (pid) => Number(fields(pid)[1]);
const ticks = (pid) => sum(fields(pid).slice(11, 15).map(Number));
const proportionalKiB = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
