import cluster, { type Worker } from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { toPortable } from '../../content/replica/portable-source.ts';
import type { UnderstoodSource } from '../../content/understand.ts';
import { ListenError } from '../../server/listen.ts';
import type { MetricsSnapshot } from '../../server/telemetry/metrics/metrics-snapshot.ts';
import type { ServedContent, WorkerCommand, WorkerReport, WorkerSetting } from './worker-message.ts';

/** Files that one message brings. */
const sourcesAtOnce = 500;
/** Messages that may wait for a process that takes none: it is stuck, and another one would begin with less. */
const maximumWaiting = 2000;

/** A process that serves, as the process sees it that tells it what to. */
export interface PoolWorker {
  /** With the reason; also where the system begins no process at all. */
  readonly ended: Promise<string>;
  readonly origin: Promise<string>;
  /** After all that was sent before. */
  send(command: WorkerCommand): void;
  /** Never settles where the process does not tell them. */
  figures(): Promise<MetricsSnapshot>;
  /** At once. */
  kill(): void;
}

export interface PoolWorkerInput {
  readonly setting: WorkerSetting;
  readonly sources: Iterable<UnderstoodSource>;
  readonly served: ServedContent;
  /** The figures of all processes, which one of them may be asked for. */
  readonly gather: () => Promise<MetricsSnapshot>;
}

export function startWorker({ setting, sources, served, gather }: PoolWorkerInput): PoolWorker {
  // binary data is sent as it is
  cluster.setupPrimary({
    exec: fileURLToPath(new URL('./worker.js', import.meta.url)),
    args: [],
    serialization: 'advanced',
  });
  const worker = cluster.fork();
  const ended = endOf(worker);
  const asked: ((figures: MetricsSnapshot) => void)[] = [];
  let waiting = 0;
  let queue = begunOf(worker, ended);
  const kill = (): void => void worker.process.kill('SIGKILL');
  const send = (command: () => WorkerCommand): void => {
    if (++waiting > maximumWaiting) kill();
    queue = queue.then(() => sendTo(worker, command())).then(() => void waiting--);
  };
  worker.on('message', (report: WorkerReport) => {
    if (report.kind === 'figures') asked.shift()?.(report.figures);
    if (report.kind === 'gather') void gather().then((figures) => send(() => ({ kind: 'gathered', figures })));
  });
  send(() => ({ kind: 'begin', setting }));
  // packed when their turn comes, so that they are not in memory twice
  for (const chunk of chunksOf(sources)) send(() => ({ kind: 'sources', sources: chunk.map(toPortable) }));
  send(() => ({ kind: 'serve', served }));
  return {
    ended,
    origin: originOf(worker, ended),
    send: (command) => send(() => command),
    figures: () =>
      new Promise((resolve) => {
        asked.push(resolve);
        send(() => ({ kind: 'figures' }));
      }),
    kill,
  };
}

function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    worker.on('error', ({ message }) => {
      // what cannot be sent any more is no end: that is told by the exit of the process, if there ever was one
      if (worker.process.pid === undefined) resolve(message);
    });
  });
}

/** Resolves when the process takes commands, or never will. */
function begunOf(worker: Worker, ended: Promise<string>): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', ({ kind }: WorkerReport) => kind === 'begun' && resolve());
    void ended.then(() => resolve());
  });
}

function originOf(worker: Worker, ended: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'listening') resolve(report.origin);
      if (report.kind === 'failed') reject(new ListenError('WORKER', report.message));
    });
    void ended.then(() => reject(new Error('a worker ended before it could serve')));
  });
}

/** Resolves when the message is out; one that ended takes none, and is replaced by another one. */
function sendTo(worker: Worker, command: WorkerCommand): Promise<void> {
  return new Promise((resolve) => {
    if (worker.isConnected()) worker.send(command, () => resolve());
    else resolve();
  });
}

function chunksOf(sources: Iterable<UnderstoodSource>): readonly (readonly UnderstoodSource[])[] {
  const all = [...sources];
  return Array.from({ length: Math.ceil(all.length / sourcesAtOnce) }, (_, index) =>
    all.slice(index * sourcesAtOnce, (index + 1) * sourcesAtOnce),
  );
}
