import { toPortable } from '../../content/replica/portable-source.ts';
import { systemClock } from '../../content/live/clock.ts';
import { gatherMetrics } from '../../server/telemetry/metrics/gather-metrics.ts';
import type { UnderstoodSource } from '../../content/understand.ts';
import type { MetricsSnapshot } from '../../server/telemetry/metrics/metrics-snapshot.ts';
import { type PoolWorker, startWorker } from './pool-worker.ts';
import type { ServedContent, WorkerSetting, WorkerUpdate } from './worker-message.ts';

/** Processes that serve one content on one port. */
export interface WorkerPool {
  /** `http://127.0.0.1:4000`, once all of them listen. @throws {ListenError} when the address cannot be served on. */
  start(): Promise<string>;
  /** Has all of them serve a change. */
  update(update: Omit<WorkerUpdate, 'sources'> & { readonly sources: readonly UnderstoodSource[] }): void;
  /** Tells all of them what does not work as it should. */
  degrade(notes: readonly string[]): void;
  /** Lets requests that run come to their end; a second time, ends them. Resolves when no process is left. */
  close(): Promise<void>;
}

export interface WorkerPoolInput {
  readonly count: number;
  /** What a process that begins now is to serve. */
  readonly setting: () => WorkerSetting;
  readonly content: () => { readonly sources: Iterable<UnderstoodSource>; readonly served: ServedContent };
  /** The figures of this process. */
  readonly figures: () => Promise<MetricsSnapshot>;
  /** Takes one line for people. */
  readonly tell: (line: string) => void;
}

/** Milliseconds until a process that ended is replaced; twice as long each time, while they end soon after they began. */
const firstDelay = 500;
const longestDelay = 30_000;
/** Milliseconds after which a process that was told to end is ended; it has ten seconds for its requests. */
const killAfter = 15_000;
/** Milliseconds after which a process counts as sound. */
const soundAfter = 60_000;

export function createWorkerPool({ count, setting, content, figures, tell }: WorkerPoolInput): WorkerPool {
  const workers = new Set<PoolWorker>();
  /** They keep this process alive: all workers can end at once. */
  const delayed = new Set<NodeJS.Timeout>();
  let delay = firstDelay;
  let isClosing = false;
  let whenAllEnded = (): void => {};
  const allEnded = new Promise<void>((resolve) => {
    whenAllEnded = resolve;
  });

  function begin(): Promise<string> {
    const worker = startWorker({ ...content(), setting: setting(), gather });
    workers.add(worker);
    const begunAt = performance.now();
    void worker.ended.then((reason) => {
      workers.delete(worker);
      if (isClosing) {
        if (workers.size === 0) whenAllEnded();
        return;
      }
      if (performance.now() - begunAt > soundAfter) delay = firstDelay;
      tell(`a worker ended (${reason}): another one begins in ${delay} ms`);
      beginLater();
      delay = Math.min(delay * 2, longestDelay);
    });
    return worker.origin;
  }

  const gather = (): Promise<MetricsSnapshot> =>
    gatherMetrics([figures(), ...[...workers].map((worker) => worker.figures())], systemClock);

  function beginLater(): void {
    const timer = setTimeout(() => {
      delayed.delete(timer);
      void begin().catch((error) => tell(messageOf(error)));
    }, delay);
    delayed.add(timer);
  }

  return {
    async start() {
      const [origin = ''] = await Promise.all(Array.from({ length: count }, begin));
      return origin;
    },
    update({ sources, ...rest }) {
      const portable = sources.map(toPortable);
      for (const worker of workers) worker.send({ kind: 'update', sources: portable, ...rest });
    },
    degrade(notes) {
      for (const worker of workers) worker.send({ kind: 'degrade', notes });
    },
    close() {
      // one that is stuck would never read a message
      if (isClosing) for (const worker of workers) worker.kill();
      isClosing = true;
      for (const timer of delayed) clearTimeout(timer);
      const ended = workers.size === 0 ? Promise.resolve() : allEnded;
      for (const worker of workers) worker.send({ kind: 'close' });
      const tooLate = setTimeout(() => workers.forEach((worker) => void worker.kill()), killAfter);
      return ended.finally(() => clearTimeout(tooLate));
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
