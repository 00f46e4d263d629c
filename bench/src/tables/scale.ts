import type { BenchContext } from '../context.ts';
import { compareServers, figuresOf, type LoadFigures, loadMeasurements, speedRatios } from '../load/compare-servers.ts';
import { graphqlRequest, nonce } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import type { Measurement, Plot, Target } from '../report/result.ts';
import { median, ratios } from '../report/statistics.ts';
import { listPages } from './content-export.ts';
import { type Grown, growAll, megabyte } from './grow.ts';
import { titleQuery } from './queries.ts';
import type { TableDefinition } from './table-definition.ts';

export const scale: TableDefinition = {
  name: 'scale',
  title: 'Growth with the corpus',
  text: 'For each size, in processes of their own: the time from the start to the line that says that it is ready, without and with a full parse cache; walking, reading, YAML and bare HTML, as above; the resident memory after a build without a cache and 1,000 page look-ups with HTML, beside that of a server of `node:http` alone. Then all sizes side by side: the CPU time of a look-up by slug and language with new variables every time, without HTML.',
  async measure(context) {
    const grown = await growAll(context);
    const lookUps = await compareLookUps(context);
    const bare: Measurement = { name: 'node:http alone: memory', unit: 'MB', samples: [await bareMemory()] };
    return {
      measurements: [...grown.flatMap(measurementsOf), bare, ...loadMeasurements(lookUps, 'look-up by slug')],
      targets: [...grown.flatMap((one) => memoryTargets(one, context)), ...growthTargets(grown, lookUps)],
      plots: plotsOf(grown, lookUps),
    };
  },
};

const nameOf = (size: number): string => `${size.toLocaleString('en')} documents`;

function compareLookUps(context: BenchContext): Promise<readonly LoadFigures[]> {
  return withServers(async ({ server }) => {
    const contestants = [];
    for (const size of context.settings.sizes) {
      context.progress(`starting with ${size} documents`);
      const one = await server(context.product.serve(context.workspace.corpus(size).folder));
      const requests = (await listPages(one.port)).map(({ slug, language }) =>
        graphqlRequest({ query: titleQuery, variables: { slug, language, nonce } }),
      );
      contestants.push({ name: nameOf(size), server: one, requests });
    }
    return compareServers(contestants, context);
  });
}

function bareMemory(): Promise<number> {
  return withServers(async ({ peer }) => {
    const server = await peer('bare-server', JSON.stringify({ status: 200, headers: {}, body: '' }));
    return (await server.usage()).memoryBytes / megabyte;
  });
}

const measurementsOf = ({ size, builds, restarts, floors, memories }: Grown): readonly Measurement[] => [
  { name: `${nameOf(size)}: build`, unit: 'ms', samples: builds },
  ...(restarts.length === 0
    ? []
    : [{ name: `${nameOf(size)}: restart with the parse cache`, unit: 'ms' as const, samples: restarts }]),
  { name: `${nameOf(size)}: walk, read, YAML and bare HTML`, unit: 'ms', samples: floors },
  { name: `${nameOf(size)}: memory`, unit: 'MB', samples: memories },
];

/** In megabytes, by size in documents. */
const memoryLimits: ReadonlyMap<number, number> = new Map([
  [50, 150],
  [10_000, 350],
]);

function memoryTargets({ size, memories }: Grown, { workspace }: BenchContext): readonly Target[] {
  const limit = memoryLimits.get(size);
  if (limit !== undefined) {
    return [{ what: `memory, ${nameOf(size)}`, unit: 'MB', samples: memories, direction: 'at most', limit }];
  }
  if (size < 100_000) return [];
  const bytes = workspace.corpus(size).bytes / megabyte;
  const samples = memories.map((memory) => memory / bytes);
  const what = `memory, ${nameOf(size)}, against the ${Math.round(bytes)} MB of the content`;
  return [{ what, unit: 'times', samples, direction: 'at most', limit: 2.5 }];
}

/** Between the two largest sizes, which are 10,000 and 100,000 unless others were asked for; then in proportion. */
function growthTargets(grown: readonly Grown[], lookUps: readonly LoadFigures[]): readonly Target[] {
  const [small, large] = grown.slice(-2);
  if (small === undefined || large === undefined) return [];
  const step = `from ${nameOf(small.size)} to ${nameOf(large.size)}`;
  const slowdowns = speedRatios(lookUps, nameOf(small.size), nameOf(large.size));
  return [
    {
      what: `build, ${step}`,
      unit: 'times',
      samples: ratios(large.builds, small.builds),
      direction: 'at most',
      limit: 1.2 * (large.size / small.size),
    },
    { what: `look-up by slug, ${step}`, unit: 'times', samples: slowdowns, direction: 'at most', limit: 1.3 },
  ];
}

function plotsOf(grown: readonly Grown[], lookUps: readonly LoadFigures[]): readonly Plot[] {
  const curve = (name: string, pick: (one: Grown) => readonly number[]) => ({
    name,
    points: grown.flatMap((one) => (pick(one).length === 0 ? [] : [[one.size, median(pick(one))] as const])),
  });
  const builds = [
    curve('cold build', (one) => one.builds),
    curve('restart', (one) => one.restarts),
    curve('bare HTML', (one) => one.floors),
  ].filter(({ points }) => points.length > 0);
  const memories = [curve('resident', (one) => one.memories)];
  const cpu = [curve('uncached', ({ size }) => figuresOf(lookUps, nameOf(size)).cpu)];
  return [
    { name: 'build', title: 'Start to ready', unit: 'ms', curves: builds },
    { name: 'memory', title: 'Memory after 1,000 look-ups', unit: 'MB', curves: memories },
    { name: 'look-up', title: 'CPU time of a look-up by slug', unit: 'µs', curves: cpu },
  ];
}
