import { loadConnections } from '../load/compare-servers.ts';
import { graphqlRequest, nonce } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import type { RunningServer } from '../process/spawn-server.ts';
import type { Measurement } from '../report/result.ts';
import { median } from '../report/statistics.ts';
import { listPages } from './content-export.ts';
import { pageQuery } from './queries.ts';
import { names } from './servers.ts';
import type { TableDefinition } from './table-definition.ts';

export const tailLatency: TableDefinition = {
  name: 'tail-latency',
  title: 'How long the slowest wait',
  text: 'Page look-ups with new variables every time, HTML included, over all pages of a large corpus, sent at half of the top rate (the median of what was answered with 32 connections at full load). A request counts from the moment at which it is due, whether there is a connection for it or not. The server of `node:http` alone gets the same requests at the same rate, gives as many bytes, and shows what the machine and the load cost.',
  measure: (context) =>
    withServers(async ({ server, peer }) => {
      const { load, settings, progress } = context;
      const product = await server(context.product.serve(context.workspace.corpus(settings.corpusSize).folder));
      const pages = await listPages(product.port);
      const requests = pages.map(({ slug, language }) =>
        graphqlRequest({ query: pageQuery, variables: { slug, language, nonce } }),
      );
      const run = ({ port }: RunningServer, milliseconds: number, rate: number | null) =>
        load.run({ port, requests, connections: loadConnections, milliseconds, rate, statuses: [200] });

      const top: number[] = [];
      const { answers: warm, bodyBytes } = await run(product, settings.warmUpMilliseconds, null);
      const body = 'x'.repeat(Math.round(bodyBytes / warm));
      const bare = await peer('bare-server', JSON.stringify({ status: 200, headers: {}, body }));
      for (let round = 0; round < settings.loadRounds; round++) {
        const { answers, milliseconds } = await run(product, settings.loadMilliseconds, null);
        top.push((answers * 1000) / milliseconds);
      }
      const rate = median(top) / 2;
      const latencies = { product: { p50: [] as number[], p99: [] as number[] }, bare: [] as number[] };
      for (let round = 0; round < settings.loadRounds; round++) {
        progress(`round ${round + 1} of ${settings.loadRounds}: ${Math.round(rate)} look-ups a second`);
        const { latency } = await run(product, settings.loadMilliseconds * 2, rate);
        latencies.product.p50.push(latency.p50);
        latencies.product.p99.push(latency.p99);
        latencies.bare.push((await run(bare, settings.loadMilliseconds * 2, rate)).latency.p99);
      }
      const what = `${settings.corpusSize.toLocaleString('en')} documents`;
      const measurements: readonly Measurement[] = [
        { name: `${names.product}, ${what}: top rate`, unit: 'answers/s', samples: top },
        { name: `${names.product}, ${what}: p50 at half of it`, unit: 'ms', samples: latencies.product.p50 },
        { name: `${names.product}, ${what}: p99 at half of it`, unit: 'ms', samples: latencies.product.p99 },
        { name: `${names.bare}: p99 at the same rate`, unit: 'ms', samples: latencies.bare },
      ];
      const samples = latencies.product.p99;
      const target = `p99 of uncached page look-ups at half the top load, ${what}`;
      return { measurements, targets: [{ what: target, unit: 'ms', samples, direction: 'at most', limit: 5 }] };
    }),
};
