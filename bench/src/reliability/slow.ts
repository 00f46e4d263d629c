import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { LoadResult } from '../load/job.ts';
import { graphqlRequest, nonce } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import type { RunningServer } from '../process/spawn-server.ts';
import type { Measurement, Target } from '../report/result.ts';
import { listPages } from '../tables/content-export.ts';
import { pageQuery } from '../tables/queries.ts';
import type { Experiment, ExperimentContext, Findings } from './experiment.ts';
import { type SlowMode, startSlowClients } from './slow-http-test.ts';

export const slow: Experiment = {
  name: 'slow',
  title: 'Slow clients',
  text: '`slowhttptest` keeps 2,000 connections busy: by sending headers bit by bit, bodies bit by bit, or by reading large answers so. Before and meanwhile others look up pages over 16 connections of their own, with new variables every time, HTML included, at a rate that leaves the server time; their latency counts from when a request is due. Each round begins new attacks, and measures from the moment at which they connect. Connections of the attack are the descriptors that the server has more than before, the most at one time; 16 of them are those of the others.',
  run: (context) =>
    withServers(async ({ server }) => {
      const served = await server(context.product.serve(context.workspace.corpus(context.settings.documents).folder));
      const requests = (await listPages(served.port)).map(({ slug, language }) =>
        graphqlRequest({ query: pageQuery, variables: { slug, language, nonce } }),
      );
      await lookUp(served, requests, context.settings.warmUpMilliseconds, context);
      const findings: Findings[] = [];
      for (const mode of modes) findings.push(await attackBy(mode, { served, requests }, context));
      return {
        measurements: findings.flatMap(({ measurements }) => measurements),
        targets: findings.flatMap(({ targets }) => targets),
        errors: findings.flatMap(({ errors }) => errors),
      };
    }),
};

const modes: readonly SlowMode[] = ['headers', 'bodies', 'answers'];
const attackers = 2000;
/** Look-ups a second. */
const rate = 300;

interface Victim {
  readonly served: RunningServer;
  readonly requests: readonly string[];
}

interface Round {
  readonly before: LoadResult;
  readonly during: LoadResult;
  /** The most that the attack had at once. */
  readonly connections: number;
}

async function attackBy(mode: SlowMode, victim: Victim, context: ExperimentContext): Promise<Findings> {
  const rounds: Round[] = [];
  for (let round = 0; round < context.settings.rounds; round++) {
    context.progress(`${mode}, round ${round + 1} of ${context.settings.rounds}`);
    rounds.push(await attackOnce(mode, victim, context));
  }
  return findingsOf(mode, rounds);
}

async function attackOnce(mode: SlowMode, { served, requests }: Victim, context: ExperimentContext): Promise<Round> {
  const milliseconds = context.settings.milliseconds * shareOf[mode];
  const before = await lookUp(served, requests, milliseconds, context);
  const idle = descriptorsOf(served);
  const url = `http://127.0.0.1:${served.port}${pathFor[mode]}`;
  const clients = await startSlowClients({ mode, url, connections: attackers, seconds: milliseconds / 1000 + 60 });
  let connections = 0;
  const watch = setInterval(() => {
    connections = Math.max(connections, descriptorsOf(served) - idle);
  }, 100);
  try {
    const during = await lookUp(served, requests, milliseconds, context);
    return { before, during, connections };
  } finally {
    clearInterval(watch);
    await clients.stop();
    await untilRested(served, idle);
  }
}

/** How much longer than others an attack is watched: many who read large answers take a while to connect. */
const shareOf: Readonly<Record<SlowMode, number>> = { headers: 1, bodies: 1, answers: 3 };

/** A page of about half a megabyte for those who read slowly. */
const longList = '{ pages(first: 80, language: "en") { nodes { html } } }';
const pathFor: Readonly<Record<SlowMode, string>> = {
  headers: '/graphql?query=%7B__typename%7D',
  bodies: '/graphql',
  answers: `/graphql?query=${encodeURIComponent(longList)}`,
};

const lookUp = (
  { port }: RunningServer,
  requests: readonly string[],
  milliseconds: number,
  { load }: ExperimentContext,
): Promise<LoadResult> => load.run({ port, requests, connections: 16, milliseconds, rate, statuses: [200, 503] });

const descriptorsOf = ({ id }: RunningServer): number => readdirSync(`/proc/${id}/fd`).length;

/** Milliseconds that connections may take to go. */
const patience = 10_000;

async function untilRested(served: RunningServer, descriptors: number): Promise<void> {
  for (
    const end = performance.now() + patience;
    descriptorsOf(served) > descriptors + 20 && performance.now() < end;
  ) {
    await wait(50);
  }
}

function findingsOf(mode: SlowMode, rounds: readonly Round[]): Findings {
  const samples = (pick: (round: Round) => number): readonly number[] => rounds.map(pick);
  const p99 = {
    before: samples(({ before }) => before.latency.p99),
    during: samples(({ during }) => during.latency.p99),
  };
  const refused = samples(({ during }) => during.byStatus['503']?.answers ?? 0);
  const connections = samples((round) => round.connections);
  const measurements: readonly Measurement[] = [
    { name: `slow ${mode}: p99 of others before`, unit: 'ms', samples: p99.before },
    { name: `slow ${mode}: p99 of others meanwhile`, unit: 'ms', samples: p99.during },
    {
      name: `slow ${mode}: the longest of others meanwhile`,
      unit: 'ms',
      samples: samples(({ during }) => during.latency.max),
    },
    { name: `slow ${mode}: connections of the attack`, unit: 'connections', samples: connections },
    { name: `slow ${mode}: look-ups of others that were refused`, unit: 'answers', samples: refused },
  ];
  const target: Target = {
    what: `p99 of others while ${attackers.toLocaleString('en')} send or read ${mode} slowly, against before`,
    unit: 'times',
    samples: samples(({ before, during }) => during.latency.p99 / before.latency.p99),
    direction: 'at most',
    limit: 2,
  };
  const total = refused.reduce((sum, count) => sum + count, 0);
  return {
    measurements,
    targets: [target],
    errors: [
      ...(total === 0 ? [] : [`slow ${mode}: ${total} look-ups of others were refused with 503`]),
      ...(Math.max(...connections) > 0 ? [] : [`slow ${mode}: the attack had no connections while it was measured`]),
    ],
  };
}
