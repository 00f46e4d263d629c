import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BenchContext } from '../context.ts';
import { createRandom } from '../corpus/random.ts';
import { createHttpClient } from '../load/http-client.ts';
import { withServers } from '../process/server-scope.ts';
import type { Measurement, Plot, Target } from '../report/result.ts';
import { median, quantile } from '../report/statistics.ts';
import type { TableDefinition } from './table-definition.ts';

export const saves: TableDefinition = {
  name: 'saves',
  title: 'From a save to the new answer',
  text: 'A file is written while the server runs, and the page is asked for over and over until the answer has the new text: from the begin of writing to that answer. The next save follows 150 to 250 ms later. The limit is a server of `node:http` alone with one `fs.watch`, which reads the file again and answers with it.',
  async measure(context) {
    const rows: Row[] = [];
    for (const size of context.settings.sizes) rows.push({ size, rounds: await saveInCorpus(size, context) });
    const limit = await saveBesideBareServer(context);
    return {
      measurements: [
        ...rows.map(({ size, rounds }) => measurementOf(nameOf(size), rounds)),
        measurementOf('node:http alone with fs.watch', limit),
      ],
      targets: rows.flatMap(targetsOf),
      plots: [plotOf(rows)],
    };
  },
};

interface Row {
  readonly size: number;
  /** Milliseconds of each save of each round. */
  readonly rounds: Rounds;
}
type Rounds = readonly (readonly number[])[];

const targetBySize: ReadonlyMap<number, number> = new Map([
  [50, 40],
  [10_000, 80],
  [100_000, 300],
]);
const longestWait = 20_000;
const nameOf = (size: number): string => `${size.toLocaleString('en')} documents`;

function saveInCorpus(size: number, context: BenchContext): Promise<Rounds> {
  return withServers(async ({ server }) => {
    context.progress(`${size} documents`);
    const { folder } = context.workspace.corpus(size);
    const { port } = await server(context.product.serve(folder));
    const client = createHttpClient(port);
    const query = '{ page(slug: "note-000007", language: "en", fallback: false) { description html } }';
    const ask = async () => (await client.post({ query })).body;
    const rounds = await saveAgainAndAgain(join(folder, 'en/topic-001/note-000007.md'), ask, context);
    client.close();
    return rounds;
  });
}

function saveBesideBareServer(context: BenchContext): Promise<Rounds> {
  return withServers(async ({ peer }) => {
    const { folder } = context.workspace.corpus(context.settings.sizes[0] ?? 50);
    const file = join(folder, 'en/topic-001/note-000007.md');
    const { port } = await peer('watching-server', file);
    const client = createHttpClient(port);
    const rounds = await saveAgainAndAgain(file, async () => (await client.get('/')).body, context);
    client.close();
    return rounds;
  });
}

/** @throws {Error} when a save is not seen in time. */
async function saveAgainAndAgain(
  file: string,
  ask: () => Promise<string>,
  { settings }: BenchContext,
): Promise<Rounds> {
  const original = readFileSync(file, 'utf8');
  const random = createRandom(1);
  const saveOnce = async (marker: string): Promise<number> => {
    await wait(150 + random.below(100));
    const start = performance.now();
    writeFileSync(file, original.replace(/^description: .*$/m, `description: '${marker}'`));
    while (!(await ask()).includes(marker)) {
      if (performance.now() - start > longestWait) throw new Error(`expected a save to be seen in ${longestWait} ms`);
    }
    return performance.now() - start;
  };
  try {
    for (let save = 0; save < 3; save++) await saveOnce(`warm-up-${save}`);
    const rounds: number[][] = [];
    for (let round = 0; round < settings.saveRounds; round++) {
      const times: number[] = [];
      for (let save = 0; save < settings.saves; save++) times.push(await saveOnce(`saved-${round}-${save}-times`));
      rounds.push(times);
    }
    return rounds;
  } finally {
    writeFileSync(file, original);
  }
}

const measurementOf = (name: string, rounds: Rounds): Measurement => ({
  name: `${name}: save to answer`,
  unit: 'ms',
  samples: rounds.flat(),
});

function targetsOf({ size, rounds }: Row): readonly Target[] {
  const limit = targetBySize.get(size);
  if (limit === undefined) return [];
  const samples = rounds.map((times) => quantile(times, 0.95));
  return [{ what: `save to new answer, p95, ${nameOf(size)}`, unit: 'ms', samples, direction: 'at most', limit }];
}

function plotOf(rows: readonly Row[]): Plot {
  const curve = (name: string, pick: (samples: readonly number[]) => number) => ({
    name,
    points: rows.map(({ size, rounds }) => [size, pick(rounds.flat())] as const),
  });
  return {
    name: 'save',
    title: 'Save to new answer',
    unit: 'ms',
    curves: [curve('median', median), curve('p95', (samples) => quantile(samples, 0.95))],
  };
}
