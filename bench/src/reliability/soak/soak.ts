import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { withServers } from '../../process/server-scope.ts';
import type { Health, RunningServer } from '../../process/spawn-server.ts';
import type { Measurement, Target, Unit } from '../../report/result.ts';
import { median } from '../../report/statistics.ts';
import { listPages } from '../../tables/content-export.ts';
import type { Experiment, ExperimentContext, Findings } from '../experiment.ts';
import { type SoakClients, startSoakClients } from './clients.ts';
import { type Editor, startEditor } from './editor.ts';
import { createFaultList, type FaultList } from './fault-list.ts';
import { trendOf } from './trend.ts';

export const soak: Experiment = {
  name: 'soak',
  title: 'Edits and clients for a long time',
  text: 'A file is written, added, broken, deleted or mended every second, and has to be served; 32 clients ask for what is kept and what is not, by hash, conditionally, with gzip, and what is wrong, with 20 ms between two questions, and look at every answer. Memory is looked at every few seconds, the heap right after a collection. Growth is the slope of the line with the least squares through the samples behind the first fifth of the time, and twice its standard error is what it may be off by.',
  run: (context) =>
    withServers(async ({ server }) => {
      const { folder } = context.workspace.corpus(context.settings.documents);
      const cache = context.workspace.path('cache');
      const served = await server(context.product.serve(folder, { cache }), ['--expose-gc']);
      const { port } = served;
      const faults = createFaultList();
      void served.ended.then((reason) => faults.add('the server', `ended: ${reason}`));
      const pages = (await listPages(port)).filter(({ slug }) => slug !== edited.slug);
      const clients = startSoakClients({ port, count: 32, pages, faults });
      const editor = startEditor({ port, folder, edited, faults });
      const samples = await watch({ served, clients, editor, faults }, context);
      await Promise.all([clients.stop(), editor.stop()]);
      return findingsOf({ samples, clients, editor, faults });
    }),
};

const edited = { path: 'en/topic-001/note-000007.md', slug: 'note-000007' };
const megabyte = 1024 * 1024;

interface Sample extends Health {
  /** Since the begin. */
  readonly hours: number;
  readonly descriptors: number;
}

interface Watched {
  readonly served: RunningServer;
  readonly clients: SoakClients;
  readonly editor: Editor;
  readonly faults: FaultList;
}

async function watch(
  { served, clients, editor, faults }: Watched,
  { settings, progress }: ExperimentContext,
): Promise<readonly Sample[]> {
  const start = performance.now();
  const samples: Sample[] = [];
  let toldMinutes = 0;
  let hasEnded = false;
  void served.ended.then(() => {
    hasEnded = true;
  });
  while (performance.now() - start < settings.soakMilliseconds && !hasEnded) {
    await wait(settings.sampleMilliseconds);
    if (hasEnded) break;
    const elapsed = performance.now() - start;
    const health = await served.health().catch(() => null);
    if (health === null) break;
    samples.push({ ...health, hours: elapsed / 3_600_000, descriptors: readdirSync(`/proc/${served.id}/fd`).length });
    if (Math.floor(elapsed / 60_000) > toldMinutes) {
      toldMinutes = Math.floor(elapsed / 60_000);
      progress(
        `${toldMinutes} minutes: ${clients.answers()} answers, ${editor.edits()} edits, ${faults.count()} errors, ${Math.round(health.memoryBytes / megabyte)} MB, ${Math.round(health.heapBytes / megabyte)} MB of heap, ${samples.at(-1)?.descriptors} descriptors`,
      );
    }
  }
  return samples;
}

type Soaked = Omit<Watched, 'served'> & { readonly samples: readonly Sample[] };

function findingsOf({ samples, clients, editor, faults }: Soaked): Findings {
  const warm = samples.slice(Math.ceil(samples.length / 5));
  const descriptors = warm.map((sample) => sample.descriptors);
  const delays = samples.flatMap(({ delay }) => delay ?? []);
  const growths = Object.entries(kindsOfMemory).flatMap(([name, bytes]) => growthOf(name, warm, bytes));
  const measurements: readonly Measurement[] = [
    one('answers', 'answers', clients.answers()),
    one('edits', 'edits', editor.edits()),
    { name: 'from an edit to its answer', unit: 'ms', samples: editor.waits() },
    ...Object.entries(kindsOfMemory).map(([name, bytes]): Measurement => {
      return { name, unit: 'MB', samples: warm.map((sample) => bytes(sample) / megabyte) };
    }),
    ...growths,
    { name: 'descriptors', unit: 'descriptors', samples: descriptors },
    { name: 'event loop late, p99 between two samples', unit: 'ms', samples: delays.map(({ p99 }) => p99) },
    { name: 'event loop late, most between two samples', unit: 'ms', samples: delays.map(({ max }) => max) },
  ];
  return {
    measurements: measurements.filter((measurement) => measurement.samples.length > 0),
    targets: warm.length < 6 ? [] : targetsOf(warm),
    errors: faults.lines(),
  };
}

const kindsOfMemory: Readonly<Record<string, (health: Health) => number>> = {
  'resident memory': ({ memoryBytes }) => memoryBytes,
  heap: ({ heapBytes }) => heapBytes,
  'memory outside of the heap': ({ externalBytes }) => externalBytes,
};

const one = (name: string, unit: Unit, value: number): Measurement => ({ name, unit, samples: [value] });

function growthOf(name: string, warm: readonly Sample[], bytes: (health: Health) => number): readonly Measurement[] {
  if (warm.length < 3) return [];
  const { slope, standardError } = trendIn(warm, bytes);
  return [
    one(`growth of the ${name}`, 'MB/hour', slope),
    one(`growth of the ${name}, twice its standard error`, 'MB/hour', standardError * 2),
  ];
}

const trendIn = (samples: readonly Sample[], bytes: (health: Health) => number) =>
  trendOf(samples.map((sample) => [sample.hours, bytes(sample) / megabyte]));

/** Descriptors come and go with connections, so their drift is that of the middle of the first and the last third. */
function targetsOf(warm: readonly Sample[]): readonly Target[] {
  const third = Math.floor(warm.length / 3);
  const middle = (part: readonly Sample[]): number => median(part.map(({ descriptors }) => descriptors));
  const drift = Math.abs(middle(warm.slice(-third)) - middle(warm.slice(0, third)));
  return [
    {
      ...{ what: 'growth of the heap', unit: 'MB/hour', direction: 'at most', limit: 5 },
      samples: [trendIn(warm, ({ heapBytes }) => heapBytes).slope],
    },
    {
      ...{ what: 'drift of the descriptors', unit: 'descriptors', direction: 'at most', limit: 4 },
      samples: [drift],
    },
  ];
}
