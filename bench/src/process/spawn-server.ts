import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process has used so far. */
interface Usage {
  /** Of all its threads. */
  readonly cpuMilliseconds: number;
  /** Resident. */
  readonly memoryBytes: number;
}

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number;
  /** From spawning the process to the line that says that it is ready. */
  readonly readyMilliseconds: number;
  usage(): Promise<Usage>;
  /** Ends it at once, and waits for its end. */
  stop(): Promise<void>;
  /** Lets it finish what it has to do, and waits for its end. */
  finish(): Promise<void>;
}

const usageEntry = new URL('../../peers/usage.js', import.meta.url).href;
const readyPattern = /\bready\b.*?http:\/\/127\.0\.0\.1:(\d+)/;

/**
 * Starts a program of Node that prints `ready ... http://127.0.0.1:PORT` on stderr.
 *
 * @param command - the program's file and its arguments
 * @throws {Error} when it ends before it is ready, with what it printed.
 */
export async function spawnServer(command: readonly string[]): Promise<RunningServer> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', usageEntry, ...command], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const port = await readyPort(child, command);
  const readyMilliseconds = performance.now() - start;
  return {
    port,
    readyMilliseconds,
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage as Usage;
    },
    stop: () => end(child, 'SIGKILL'),
    finish: () => end(child, 'SIGTERM'),
  };
}

/** Starts a peer of the folder `peers`. */
export function spawnPeer(name: string, ...args: readonly string[]): Promise<RunningServer> {
  return spawnServer([peerFile(name), ...args]);
}

export function peerFile(name: string): string {
  return fileURLToPath(new URL(`../../peers/${name}.js`, import.meta.url));
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

function readyPort(child: ChildProcess, command: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    // goes on reading when it is ready: a full pipe would stop the server
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed = `${printed}${text}`.slice(-20_000);
      const port = readyPattern.exec(printed)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', (code, signal) => {
      reject(new Error(`expected a server, but ${command.join(' ')} ended with ${code ?? signal}: ${printed}`));
    });
  });
}
