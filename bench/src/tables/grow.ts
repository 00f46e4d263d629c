import type { BenchContext } from '../context.ts';
import { createHttpClient, dataOf } from '../load/http-client.ts';
import { peerFile, spawnServer } from '../process/spawn-server.ts';
import { timeCommand } from '../process/time-command.ts';
import { listPages } from './content-export.ts';
import { pageQuery } from './queries.ts';

/** What was measured of one size of corpus, a sample a round. */
export interface Grown {
  /** Documents. */
  readonly size: number;
  /** Milliseconds from start to ready. */
  readonly builds: number[];
  /** The same with a full parse cache; none where there is no cache. */
  readonly restarts: number[];
  /** Milliseconds of walk, read, YAML and bare HTML. */
  readonly floors: number[];
  /** Megabytes after the build and 1,000 look-ups. */
  readonly memories: number[];
}

export const megabyte = 1_000_000;

/** Builds corpora of all sizes in turn, over and over. */
export async function growAll(context: BenchContext): Promise<readonly Grown[]> {
  const { product, settings, workspace, progress } = context;
  const grown = settings.sizes.map((size) => ({
    cache: product.hasParseCache ? workspace.path(`parse-cache-${size}`) : null,
    measured: { size, builds: [], restarts: [], floors: [], memories: [] } satisfies Grown as Grown,
  }));
  for (const { cache, measured } of grown) {
    const { folder } = workspace.corpus(measured.size);
    if (cache !== null) await fillParseCache(product.serve(folder, { cache }));
  }
  for (let round = 0; round < settings.scaleRounds; round++) {
    for (const { cache, measured } of grown) {
      progress(`round ${round + 1} of ${settings.scaleRounds}: ${measured.size} documents`);
      const { folder } = workspace.corpus(measured.size);
      const { build, memory } = await buildAndLookUp(product.serve(folder));
      measured.builds.push(build);
      measured.memories.push(memory);
      measured.floors.push(await timeCommand([peerFile('read-all'), folder]));
      if (cache !== null) measured.restarts.push(await readyTime(product.serve(folder, { cache })));
    }
  }
  return grown.map(({ measured }) => measured);
}

/** Milliseconds from start to ready; the server is ended. */
export async function readyTime(command: readonly string[]): Promise<number> {
  const server = await spawnServer(command);
  await server.stop();
  return server.readyMilliseconds;
}

/** It is written when the server is ready, or at its end. */
export async function fillParseCache(command: readonly string[]): Promise<void> {
  const server = await spawnServer(command);
  await server.finish();
}

async function buildAndLookUp(command: readonly string[]): Promise<{ build: number; memory: number }> {
  const server = await spawnServer(command);
  try {
    const pages = await listPages(server.port);
    const client = createHttpClient(server.port);
    for (let count = 0; count < 1000; count++) {
      // spread over the whole corpus
      const page = pages[(count * 7919) % pages.length];
      dataOf(await client.post({ query: pageQuery, variables: { slug: page?.slug, language: page?.language } }));
    }
    client.close();
    const { memoryBytes } = await server.usage();
    return { build: server.readyMilliseconds, memory: memoryBytes / megabyte };
  } finally {
    await server.stop();
  }
}
