import cluster, { type Worker } from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { toPortable } from '../../content/replica/portable-source.ts';
import type { UnderstoodSource } from '../../content/understand.ts';
import { ListenError } from '../../server/listen.ts';
import type { ServedRevision, WorkerCommand, WorkerReport, WorkerSetting, WorkerUpdate } from './worker-message.ts';

/** Processes that serve one content on one port. */
export interface WorkerPool {
  /** `http://127.0.0.1:4000`, once all of them listen. @throws {ListenError} when the address cannot be served on. */
  start(): Promise<string>;
  /** Has all of them serve a change. */
  update(update: Omit<WorkerUpdate, 'sources'> & { readonly sources: readonly UnderstoodSource[] }): void;
  /** Lets requests that run come to their end; a second time, ends them. Resolves when no process is left. */
  close(): Promise<void>;
}

export interface WorkerPoolInput {
  readonly count: number;
  /** What a process that begins now is to serve. */
  readonly setting: () => WorkerSetting;
  readonly content: () => { readonly sources: Iterable<UnderstoodSource>; readonly served: ServedRevision };
  /** Takes one line for people. */
  readonly tell: (line: string) => void;
}

/** Files that one message brings. */
const sourcesAtOnce = 500;
/** Milliseconds until a process that ended is replaced; twice as long each time, while they end soon after they began. */
const firstDelay = 500;
const longestDelay = 30_000;
/** Milliseconds after which a process counts as sound. */
const soundAfter = 60_000;

export function createWorkerPool({ count, setting, content, tell }: WorkerPoolInput): WorkerPool {
  const workers = new Set<PoolWorker>();
  /** They keep this process alive: all workers can end at once. */
  const delayed = new Set<NodeJS.Timeout>();
  let delay = firstDelay;
  let isClosing = false;
  let whenAllEnded = (): void => {};

  function begin(): Promise<string> {
    const worker = startWorker(setting(), content());
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
    close() {
      // one that is stuck would never read a message
      if (isClosing) for (const worker of workers) worker.kill();
      isClosing = true;
      for (const timer of delayed) clearTimeout(timer);
      const ended = workers.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => (whenAllEnded = resolve));
      for (const worker of workers) worker.send({ kind: 'close' });
      return ended;
    },
  };
}

interface PoolWorker {
  /** With the reason; also where the system begins no process at all. */
  readonly ended: Promise<string>;
  readonly origin: Promise<string>;
  /** After all that was sent before. */
  send(command: WorkerCommand): void;
  /** At once. */
  kill(): void;
}

function startWorker(setting: WorkerSetting, { sources, served }: ReturnType<WorkerPoolInput['content']>): PoolWorker {
  // binary data is sent as it is
  cluster.setupPrimary({
    exec: fileURLToPath(new URL('./worker.js', import.meta.url)),
    args: [],
    serialization: 'advanced',
  });
  const worker = cluster.fork();
  const ended = new Promise<string>((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    worker.on('error', ({ message }) => {
      // what cannot be sent any more is no end: that is told by the exit of the process, if there ever was one
      if (worker.process.pid === undefined) resolve(message);
    });
  });
  let queue = new Promise<void>((resolve) => {
    worker.on('message', ({ kind }: WorkerReport) => kind === 'begun' && resolve());
    void ended.then(() => resolve());
  });
  const send = (command: () => WorkerCommand): void => {
    queue = queue.then(() => sendTo(worker, command()));
  };
  send(() => ({ kind: 'begin', setting }));
  // packed when their turn comes, so that they are not in memory twice
  for (const chunk of chunksOf(sources)) send(() => ({ kind: 'sources', sources: chunk.map(toPortable) }));
  send(() => ({ kind: 'serve', served }));
  const origin = new Promise<string>((resolve, reject) => {
    worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'listening') resolve(report.origin);
      if (report.kind === 'failed') reject(new ListenError('WORKER', report.message));
    });
    void ended.then(() => reject(new Error('a worker ended before it could serve')));
  });
  return { ended, origin, send: (command) => send(() => command), kill: () => void worker.process.kill('SIGKILL') };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
