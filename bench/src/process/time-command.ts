import { spawn } from 'node:child_process';

/**
 * Milliseconds from spawning a program of Node to its end.
 *
 * @throws {Error} when it fails.
 */
export function timeCommand(command: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`expected ${command.join(' ')} to end with 0, but got: ${code ?? signal}`));
    });
  });
}
