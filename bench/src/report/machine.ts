import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Where and when it was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** In GB. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted to run in the minute before: what else the machine had to do. */
  readonly load: number;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

export function readMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memory: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release().split('-')[0]}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    day: new Date().toISOString().slice(0, 10),
  };
}
