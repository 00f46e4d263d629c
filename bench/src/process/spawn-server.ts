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

/** What a process holds now. */
export interface Health {
  /** Resident. */
  readonly memoryBytes: number;
  /** Of JavaScript; with `--expose-gc`, right after a collection. */
  readonly heapBytes: number;
  /** Outside of the heap, held by objects in it. */
  readonly externalBytes: number;
  /** Milliseconds by which its event loop was late since it was asked before; `null` for the first time. */
  readonly delay: { readonly p99: number; readonly max: number } | null;
}

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number;
  /** Of its process. */
  readonly id: number;
  /** From spawning the process to the line that says that it is ready. */
  readonly readyMilliseconds: number;
  usage(): Promise<Usage>;
  health(): Promise<Health>;
  /** Why it has ended, once it has: it was told to, or not. */
  readonly ended: Promise<string>;
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
 * @param nodeArguments - for Node itself
 * @throws {Error} when it ends before it is ready, with what it printed.
 */
export async function spawnServer(
  command: readonly string[],
  nodeArguments: readonly string[] = [],
): Promise<RunningServer> {
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, '--import', usageEntry, ...command], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)),
  );
  const port = await readyPort(child, command);
  const readyMilliseconds = performance.now() - start;
  return {
    port,
    id: child.pid ?? 0,
    readyMilliseconds,
    usage: async () => (await ask(child, 'usage')) as Usage,
    health: async () => (await ask(child, 'health')) as Health,
    ended,
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

async function ask(child: ChildProcess, what: 'usage' | 'health'): Promise<unknown> {
  const ended = new AbortController();
  const onExit = (): void => ended.abort(new Error('expected an answer, but the server has ended'));
  child.once('exit', onExit);
  try {
    if (child.exitCode !== null || child.signalCode !== null) onExit();
    // one that cannot be sent is told by the end of the process
    else child.send(what, () => {});
    const [answer] = await once(child, 'message', { signal: ended.signal });
    return answer;
  } finally {
    child.off('exit', onExit);
  }
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
