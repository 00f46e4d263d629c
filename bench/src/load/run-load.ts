import { quantile } from '../report/statistics.ts';
import { type Connection, openConnection } from './connection.ts';
import type { LoadJob, LoadResult } from './job.ts';
import { requestSource } from './request-template.ts';

/**
 * Puts load on a server and measures its answers.
 *
 * @throws {Error} when a connection breaks, or an answer has another status.
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
  record(milliseconds: number, status: number, bodySize: number): void;
  result(): LoadResult;
}

interface Run {
  readonly job: LoadJob;
  readonly recorder: Recorder;
  readonly done: () => void;
}

function createRecorder({ status: expected }: LoadJob, fail: (error: Error) => void): Recorder {
  const latencies: number[] = [];
  const start = performance.now();
  let bodyBytes = 0;
  return {
    record(milliseconds, status, bodySize) {
      if (status !== expected) fail(new Error(`expected answers with status ${expected}, but got: ${status}`));
      latencies.push(milliseconds);
      bodyBytes += bodySize;
    },
    result: () => ({
      answers: latencies.length,
      milliseconds: performance.now() - start,
      latency: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), max: quantile(latencies, 1) },
      bodyBytes,
    }),
  };
}

/** Closed loop: every connection sends its next request as soon as it has its answer. */
function sendWhenAnswered(connections: readonly Connection[], { job, recorder, done }: Run): void {
  const next = requestSource(job.requests, job.firstNonce);
  const end = performance.now() + job.milliseconds;
  let running = connections.length;
  const send = (connection: Connection): void => {
    const sent = performance.now();
    connection.send(next(), (status, bodySize) => {
      const now = performance.now();
      recorder.record(now - sent, status, bodySize);
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
  const dueTime = (index: number): number => start + (index * 1000) / rate;
  const sendDue = (): void => {
    for (; sent < total && free.length > 0 && dueTime(sent) <= performance.now(); sent++) {
      const [due, connection] = [dueTime(sent), free.pop()];
      connection?.send(next(), (status, bodySize) => {
        recorder.record(performance.now() - due, status, bodySize);
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
