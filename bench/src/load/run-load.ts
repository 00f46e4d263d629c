import { quantile } from '../report/statistics.ts';
import { type Connection, openConnection } from './connection.ts';
import type { Latency, LoadJob, LoadResult } from './job.ts';
import { requestSource } from './request-template.ts';
import type { OnResponse } from './response-reader.ts';

/**
 * Puts load on a server and measures its answers.
 *
 * @throws {Error} when a connection breaks, or an answer has a status that the job does not name.
 */
export function runLoad(job: LoadJob): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const opened: Connection[] = [];
    const end = (settle: () => void) => {
      for (const connection of opened) connection.close();
      settle();
    };
    const fail = (error: Error) => end(() => reject(error));
    const open = async (): Promise<void> => {
      for (let count = 0; count < job.connections; count++) opened.push(await openConnection(job.port, fail));
      const recorder = createRecorder(job, fail);
      const done = () => end(() => resolve(recorder.result()));
      if (job.rate === null) sendWhenAnswered(opened, { job, recorder, done });
      else sendWhenDue(opened, { job, recorder, done, rate: job.rate });
    };
    open().catch(fail);
  });
}

interface Recorder {
  record(milliseconds: number, ...answer: Parameters<OnResponse>): void;
  /** Notes a request that was due when no connection was free. */
  delay(): void;
  result(): LoadResult;
}

interface Run {
  readonly job: LoadJob;
  readonly recorder: Recorder;
  readonly done: () => void;
}

function createRecorder({ statuses }: LoadJob, fail: (error: Error) => void): Recorder {
  const all: number[] = [];
  const recorded = new Map<number, { readonly latencies: number[]; withRetryAfter: number }>();
  const start = performance.now();
  let [bodyBytes, delayed] = [0, 0];
  return {
    record(milliseconds, status, bodySize, head) {
      if (!statuses.includes(status)) {
        fail(new Error(`expected answers with status ${statuses.join(' or ')}, but got: ${status}`));
      }
      const known = recorded.get(status) ?? { latencies: [], withRetryAfter: 0 };
      recorded.set(status, known);
      all.push(milliseconds);
      known.latencies.push(milliseconds);
      if (status === 503 && /\r\nretry-after: *\d/i.test(head)) known.withRetryAfter++;
      bodyBytes += bodySize;
    },
    delay: () => void delayed++,
    result: () => ({
      answers: all.length,
      milliseconds: performance.now() - start,
      latency: latencyOf(all),
      bodyBytes,
      byStatus: Object.fromEntries(
        Array.from(recorded, ([status, { latencies, withRetryAfter }]) => [
          status,
          { answers: latencies.length, latency: latencyOf(latencies), withRetryAfter },
        ]),
      ),
      delayed,
    }),
  };
}

const latencyOf = (latencies: readonly number[]): Latency => ({
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  max: quantile(latencies, 1),
});

/** Closed loop: every connection sends its next request as soon as it has its answer. */
function sendWhenAnswered(connections: readonly Connection[], { job, recorder, done }: Run): void {
  const next = requestSource(job.requests, job.firstNonce);
  const end = performance.now() + job.milliseconds;
  let running = connections.length;
  const send = (connection: Connection): void => {
    const sent = performance.now();
    connection.send(next(), (...answer) => {
      const now = performance.now();
      recorder.record(now - sent, ...answer);
      if (now < end) send(connection);
      else if (--running === 0) done();
    });
  };
  for (const connection of connections) send(connection);
}

/**
 * Open loop: a request is sent when it is due, and measured from then on also where it had to wait for a connection, so that
 * a server that stands still cannot keep requests from being counted.
 */
function sendWhenDue(connections: readonly Connection[], { job, recorder, done, rate }: Run & { rate: number }): void {
  const next = requestSource(job.requests, job.firstNonce);
  const total = Math.floor((job.milliseconds / 1000) * rate);
  const free = [...connections];
  const start = performance.now();
  let [sent, answered] = [0, 0];
  /** When there was a free connection again, after there had been none. */
  let freeSince = start;
  const dueTime = (index: number): number => start + (index * 1000) / rate;
  const sendDue = (): void => {
    for (; sent < total && free.length > 0 && dueTime(sent) <= performance.now(); sent++) {
      // in turn: servers close connections that ask nothing
      const [due, connection] = [dueTime(sent), free.shift()];
      if (due < freeSince) recorder.delay();
      connection?.send(next(), (...answer) => {
        const now = performance.now();
        recorder.record(now - due, ...answer);
        if (free.length === 0) freeSince = now;
        free.push(connection);
        if (++answered === total) done();
        else sendDue();
      });
    }
  };
  // timers are too coarse: this process has a core for itself, and looks at the clock all the time
  const watchClock = (): void => {
    sendDue();
    if (sent < total) setImmediate(watchClock);
  };
  watchClock();
}
