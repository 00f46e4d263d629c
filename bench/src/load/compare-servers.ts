import type { BenchContext } from '../context.ts';
import type { RunningServer } from '../process/spawn-server.ts';
import type { Measurement } from '../report/result.ts';
import { ratios } from '../report/statistics.ts';

/** A server and what it is asked. */
export interface Contestant {
  readonly name: string;
  readonly server: RunningServer;
  readonly requests: readonly string[];
  readonly status?: number;
}

/** Of one server: a sample a round of each. */
export interface LoadFigures {
  readonly name: string;
  /** CPU time of its process for an answer, in microseconds. */
  readonly cpu: readonly number[];
  readonly perSecond: readonly number[];
  /** Bytes of a body. */
  readonly bodyBytes: number;
}

/** So many that a server has always something to do. */
export const loadConnections = 32;

/**
 * Puts load on servers in turn, over and over. Each is alone while it is measured, and who is first changes from round to
 * round.
 */
export async function compareServers(
  contestants: readonly Contestant[],
  { load, settings, progress }: Pick<BenchContext, 'load' | 'settings' | 'progress'>,
): Promise<readonly LoadFigures[]> {
  const figures = contestants.map(({ name }) => ({
    name,
    cpu: [] as number[],
    perSecond: [] as number[],
    bodyBytes: 0,
  }));
  const run = ({ server, requests, status = 200 }: Contestant, milliseconds: number) =>
    load.run({
      port: server.port,
      requests,
      connections: loadConnections,
      milliseconds,
      rate: null,
      statuses: [status],
    });
  for (const contestant of contestants) await run(contestant, settings.warmUpMilliseconds);
  for (let round = 0; round < settings.loadRounds; round++) {
    progress(`round ${round + 1} of ${settings.loadRounds}: ${contestants.map(({ name }) => name).join(', ')}`);
    for (let turn = 0; turn < contestants.length; turn++) {
      const place = (round + turn) % contestants.length;
      const [contestant, figure] = [contestants[place], figures[place]];
      if (contestant === undefined || figure === undefined) continue;
      const before = await contestant.server.usage();
      const { answers, milliseconds, bodyBytes } = await run(contestant, settings.loadMilliseconds);
      const after = await contestant.server.usage();
      figure.cpu.push(((after.cpuMilliseconds - before.cpuMilliseconds) * 1000) / answers);
      figure.perSecond.push((answers * 1000) / milliseconds);
      figure.bodyBytes = bodyBytes / answers;
    }
  }
  return figures;
}

/** How many answers a server gives in the CPU time that another needs for one, round by round. */
export function speedRatios(figures: readonly LoadFigures[], name: string, base: string): readonly number[] {
  return ratios(figuresOf(figures, base).cpu, figuresOf(figures, name).cpu);
}

export function figuresOf(figures: readonly LoadFigures[], name: string): LoadFigures {
  const found = figures.find((figure) => figure.name === name);
  if (found === undefined) throw new Error(`expected figures of ${name}, but got none`);
  return found;
}

/** The rows of a table. */
export function loadMeasurements(figures: readonly LoadFigures[], what: string): readonly Measurement[] {
  return figures.flatMap(({ name, cpu, perSecond }): readonly Measurement[] => [
    { name: `${what}: ${name}, CPU time of an answer`, unit: 'µs', samples: cpu },
    { name: `${what}: ${name}`, unit: 'answers/s', samples: perSecond },
  ]);
}
