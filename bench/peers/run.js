// Programs that run to their end, and end with us.
import { execFile } from 'node:child_process';
import { ended, endWithUs } from './processes.js';

/** Runs a program and gives its output; it fails as the program does. */
export function run(program, args, { env, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { env: { ...process.env, ...env }, cwd, maxBuffer: 64 << 20 }, (failure, output, errors) => {
      ended(child.pid);
      if (failure) {
        reject(new Error(`${program} failed: ${errors || failure.message}`));
      } else {
        resolve(output);
      }
    });
    if (child.pid !== undefined) {
      endWithUs(child.pid);
    }
  });
}
