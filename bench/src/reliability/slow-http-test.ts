import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** What slow clients do: send their headers or their bodies bit by bit, or read answers so. */
export type SlowMode = 'headers' | 'bodies' | 'answers';

export interface SlowClients {
  /** Ends them. */
  stop(): Promise<void>;
}

export interface SlowClientsInput {
  readonly mode: SlowMode;
  readonly url: string;
  readonly connections: number;
  /** How long they go on, where the server lets them. */
  readonly seconds: number;
}

const argumentsOf: Readonly<Record<SlowMode, readonly string[]>> = {
  headers: ['-H', '-i', '3'],
  bodies: ['-B', '-i', '3', '-s', '8192', '-t', 'POST', '-f', 'application/json'],
  // a window of a few bytes, and 16 of them read a second
  answers: ['-X', '-w', '10', '-y', '20', '-n', '1', '-z', '16', '-k', '3'],
};

/** Starts Debian's `slowhttptest`. @throws {Error} where that is not installed. */
export async function startSlowClients({ mode, url, connections, seconds }: SlowClientsInput): Promise<SlowClients> {
  if (spawnSync('slowhttptest', ['-h']).error !== undefined) {
    throw new Error('expected the command slowhttptest: install it (Debian: apt-get install slowhttptest)');
  }
  const all = [
    '-c',
    String(connections),
    '-r',
    String(connections),
    '-l',
    String(Math.ceil(seconds)),
    '-p',
    '3',
    '-u',
    url,
  ];
  // real ones take no time of the machine that they ask
  const child = spawn('nice', ['-n', '10', 'slowhttptest', ...argumentsOf[mode], ...all], { stdio: 'ignore' });
  const exit = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await once(child, 'spawn');
  return {
    async stop() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
