// Entry of the process that makes load: takes jobs, one at a time, and answers each with its result.
import type { LoadJob, LoadResult } from './job.ts';
import { runLoad } from './run-load.ts';

/** What the process answers. */
export type LoadAnswer = { readonly result: LoadResult } | { readonly failure: string };

process.on('message', (job: LoadJob) => {
  runLoad(job).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(message: LoadAnswer): void {
  process.send?.(message);
}
