import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadJob, LoadResult } from './job.ts';
import type { LoadAnswer } from './load-process.ts';

/** Makes load from a process of its own. */
export interface LoadClient {
  /** @throws {Error} when a connection breaks, or an answer has a status that the job does not name. */
  run(job: Omit<LoadJob, 'firstNonce'>): Promise<LoadResult>;
  stop(): void;
}

const entry = fileURLToPath(new URL('load-process.js', import.meta.url));

export function startLoadClient(): LoadClient {
  const child = fork(entry, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let firstNonce = 1;
  return {
    async run(job) {
      child.send({ ...job, firstNonce });
      const answer = await nextAnswer(child);
      if ('failure' in answer) throw new Error(`load on port ${job.port}: ${answer.failure}`);
      // more than one job can have sent: no request is ever sent twice
      firstNonce += 10_000_000;
      return answer.result;
    },
    stop: () => child.kill(),
  };
}

async function nextAnswer(child: ChildProcess): Promise<LoadAnswer> {
  const ended = new AbortController();
  const onExit = () => ended.abort(new Error('expected an answer, but the process that makes load has ended'));
  child.once('exit', onExit);
  try {
    const [answer] = await once(child, 'message', { signal: ended.signal });
    return answer as LoadAnswer;
  } finally {
    child.off('exit', onExit);
  }
}
