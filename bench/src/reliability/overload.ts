import { setTimeout as wait } from 'node:timers/promises';
import { createHttpClient } from '../load/http-client.ts';
import type { Latency, LoadResult } from '../load/job.ts';
import { graphqlRequest, nonce } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import type { RunningServer } from '../process/spawn-server.ts';
import type { Measurement, Target } from '../report/result.ts';
import { median } from '../report/statistics.ts';
import type { Experiment, ExperimentContext, Findings } from './experiment.ts';

export const overload: Experiment = {
  name: 'overload',
  title: 'Twice of what can be answered',
  text: 'Searches through six fields of all pages, with new variables every time. What a refusal costs is the CPU time of the server that is left when that of as many answers, at what they cost at the top rate, is taken away. The top rate is what is answered over 32 connections, each of which sends its next request when it has its answer. Then twice as many are sent at the times at which they are due, over so many connections that none waits for a free one, whatever is answered; latencies count from when a request is due. Meanwhile `/livez` and `/readyz` are asked again and again.',
  run: (context) =>
    withServers(async ({ server }) => {
      const served = await server(context.product.serve(context.workspace.corpus(context.settings.documents).folder));
      const requests = [graphqlRequest({ query: searchQuery, variables: { text: nonce } })];
      const top = await topRounds({ served, requests }, context);
      const rate = Math.round(median(top.map(answeredRate)) * 2);
      const rounds: OfferedRound[] = [];
      for (let round = 0; round < context.settings.rounds; round++) {
        context.progress(`round ${round + 1} of ${context.settings.rounds}: ${rate} requests a second`);
        rounds.push(await offer({ served, requests, rate }, context));
      }
      return findingsOf(top, rate, rounds);
    }),
};

const searchedFields = ['title', 'description', 'slug', 'path', 'collection', 'template'];
const conditions = searchedFields.map((field) => `{ ${field}: { contains: $text } }`).join(', ');
const searchQuery = `query Search($text: String!) { pages(first: 10, filter: { or: [${conditions}, { title: { contains: "Note 1" } }] }) { totalCount nodes { title path } } }`;
/** Milliseconds between two probes: few enough that they take nothing of what is measured. */
const probePause = 50;
const closedConnections = 32;
/** More than a server lets wait that answers or refuses everything within half a second. */
const openConnections = 6000;

interface Asked {
  readonly served: RunningServer;
  readonly requests: readonly string[];
}

interface Round {
  readonly result: LoadResult;
  /** Milliseconds of the server's process. */
  readonly cpu: number;
}

interface OfferedRound extends Round {
  /** Answers of probes that were not 200. */
  readonly wrongProbes: readonly string[];
}

/** Closed loop. */
async function topRounds(
  { served, requests }: Asked,
  { load, settings, progress }: ExperimentContext,
): Promise<readonly Round[]> {
  const job = { port: served.port, requests, connections: closedConnections, rate: null, statuses: [200] };
  await load.run({ ...job, milliseconds: settings.warmUpMilliseconds });
  const rounds: Round[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    progress(`top rate, round ${round + 1} of ${settings.rounds}`);
    rounds.push(await measured(served, () => load.run({ ...job, milliseconds: settings.milliseconds })));
  }
  return rounds;
}

/** Open loop. */
async function offer(
  { served, requests, rate }: Asked & { readonly rate: number },
  { load, settings: { milliseconds } }: ExperimentContext,
): Promise<OfferedRound> {
  const client = createHttpClient(served.port);
  const wrongProbes: string[] = [];
  let isOver = false;
  const probe = async (): Promise<void> => {
    while (!isOver) {
      for (const path of ['/livez', '/readyz']) {
        const { status } = await client.get(path);
        if (status !== 200) wrongProbes.push(`${path} answered ${status}`);
      }
      await wait(probePause);
    }
  };
  const { port } = served;
  const job = { port, requests, connections: openConnections, milliseconds, rate, statuses: [200, 503] };
  const probing = probe();
  try {
    return { ...(await measured(served, () => load.run(job))), wrongProbes };
  } finally {
    isOver = true;
    await probing;
    client.close();
  }
}

async function measured(served: RunningServer, work: () => Promise<LoadResult>): Promise<Round> {
  const before = await served.usage();
  const result = await work();
  const after = await served.usage();
  return { result, cpu: after.cpuMilliseconds - before.cpuMilliseconds };
}

function findingsOf(top: readonly Round[], rate: number, rounds: readonly OfferedRound[]): Findings {
  const results = rounds.map(({ result }) => result);
  const latencies = (part: keyof Latency): readonly number[] =>
    results.map(({ byStatus }) => byStatus['200']?.latency[part] ?? Number.NaN);
  const measurements: readonly Measurement[] = [
    { name: 'top rate', unit: 'answers/s', samples: top.map(answeredRate) },
    { name: 'top rate, in a second of CPU time of the server', unit: 'answers/s', samples: top.map(answeredByCpu) },
    { name: 'offered', unit: 'answers/s', samples: results.map((result) => perSecond(result.answers, result)) },
    { name: 'answered', unit: 'answers/s', samples: rounds.map(answeredRate) },
    { name: 'answered, in a second of CPU time of the server', unit: 'answers/s', samples: rounds.map(answeredByCpu) },
    {
      name: 'refused with 503',
      unit: 'answers/s',
      samples: rounds.map((round) => perSecond(refused(round), round.result)),
    },
    { name: 'CPU time of an answer', unit: 'µs', samples: top.map(costOfAnswer) },
    { name: 'CPU time of a refusal', unit: 'µs', samples: rounds.map(costOfRefusal) },
    { name: 'p50 of the answered', unit: 'ms', samples: latencies('p50') },
    { name: 'p99 of the answered', unit: 'ms', samples: latencies('p99') },
    { name: 'the longest of the answered', unit: 'ms', samples: latencies('max') },
  ];
  return {
    measurements,
    targets: [
      targetOf(`answered at twice the top rate (${rate} a second), against the top rate`, answeredRate),
      targetOf('the same in a second of CPU time of the server, whatever else the machine has to do', answeredByCpu),
    ],
    errors: rounds.flatMap(errorsOf),
  };

  function costOfRefusal(round: Round): number {
    return (round.cpu * 1000 - answered(round) * median(top.map(costOfAnswer))) / refused(round);
  }

  function targetOf(what: string, figure: (round: Round) => number): Target {
    const base = median(top.map(figure));
    const samples = rounds.map((round) => figure(round) / base);
    return { what, unit: 'times', samples, direction: 'at least', limit: 0.8 };
  }
}

const answered = ({ result }: Round): number => result.byStatus['200']?.answers ?? 0;
const refused = ({ result }: Round): number => result.byStatus['503']?.answers ?? 0;
const costOfAnswer = (round: Round): number => (round.cpu * 1000) / answered(round);
const answeredRate = (round: Round): number => perSecond(answered(round), round.result);
const answeredByCpu = (round: Round): number => (answered(round) * 1000) / round.cpu;

function errorsOf({ result: { byStatus, answers, delayed }, wrongProbes }: OfferedRound): readonly string[] {
  const refused = byStatus['503'] ?? { answers: 0, withRetryAfter: 0 };
  const silent = refused.answers - refused.withRetryAfter;
  return [
    ...(silent === 0 ? [] : [`${silent} of ${refused.answers} refusals had no Retry-After`]),
    ...(delayed <= answers / 100
      ? []
      : [`${delayed} of ${answers} requests waited for a connection: the load was less`]),
    ...wrongProbes,
  ];
}

const perSecond = (count: number, { milliseconds }: Pick<LoadResult, 'milliseconds'>): number =>
  (count * 1000) / milliseconds;
