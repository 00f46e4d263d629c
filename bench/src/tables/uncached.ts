import { writeFileSync } from 'node:fs';
import { compareServers, type LoadFigures, loadMeasurements, speedRatios } from '../load/compare-servers.ts';
import { createHttpClient } from '../load/http-client.ts';
import { graphqlRequest, nonce } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import type { RunningServer } from '../process/spawn-server.ts';
import type { Measurement, Target } from '../report/result.ts';
import { type ExportedPage, exportContent } from './content-export.ts';
import { pageQuery, partnersQuery, titleQuery } from './queries.ts';
import { names } from './servers.ts';
import type { TableDefinition } from './table-definition.ts';

export const uncached: TableDefinition = {
  name: 'uncached',
  title: 'Queries that nobody asked before',
  text: `Queries with new variables every time, so that no answer is found ready, by Foliograph as it is and with its response cache off, against mercurius with its just-in-time compiler, and against Yoga alone, with the same data, queries and answers (compared to the byte before the load). Both peers have the data in memory, HTML included, behind resolvers written by hand. The page is looked up by slug and language, in turn over all pages of the project's content; the same without its HTML over a corpus, whose pages are too many for Foliograph to keep their HTML; the partner list is that of the project's content.`,
  async measure(context) {
    const own = await measureContent(context.content, 'own', [pageCase, partnersCase], context);
    const large = await measureContent(context.workspace.corpus(1000).folder, '1,000 documents', [titleCase], context);
    return { measurements: [...own.measurements, ...large.measurements], targets: [...own.targets, ...large.targets] };
  },
};

interface Case {
  readonly what: string;
  payloads(pages: readonly ExportedPage[]): readonly object[];
}

const ofEachPage = (query: string, pages: readonly ExportedPage[]): readonly object[] =>
  pages.map(({ slug, language }) => ({ query, variables: { slug, language, nonce } }));

const pageCase: Case = {
  what: 'page by slug and language',
  payloads: (pages) => ofEachPage(pageQuery, pages),
};
const titleCase: Case = {
  what: 'page without its HTML, 1,000 documents',
  payloads: (pages) => ofEachPage(titleQuery, pages),
};
const partnersCase: Case = {
  what: 'partner list',
  payloads: () => ['en', 'de'].map((language) => ({ query: partnersQuery, variables: { language, first: 50, nonce } })),
};

type Context = Parameters<TableDefinition['measure']>[0];

function measureContent(folder: string, name: string, cases: readonly Case[], context: Context) {
  return withServers(async ({ server, peer }) => {
    const file = context.workspace.path('content.json');
    const product = await server(context.product.serve(folder));
    context.progress(`giving the content of ${name} to mercurius and Yoga`);
    const pages = await exportContent(product.port, file);
    const config = context.workspace.path('foliograph.config.json');
    writeFileSync(config, JSON.stringify({ responses: { cacheMegabytes: 0 } }));
    const cacheless = await server(context.product.serve(folder, { config }));
    const mercurius = await peer('mercurius-server', file);
    const yoga = await peer('yoga-server', file);
    const measurements: Measurement[] = [];
    const targets: Target[] = [];
    for (const { what, payloads } of cases) {
      const asked = payloads(pages);
      await requireSameAnswers([product, cacheless, mercurius, yoga], asked);
      const requests = asked.map((payload) => graphqlRequest(payload));
      const figures = await compareServers(
        [
          { name: names.product, server: product, requests },
          { name: names.cacheless, server: cacheless, requests },
          { name: names.mercurius, server: mercurius, requests },
          { name: names.yoga, server: yoga, requests },
        ],
        context,
      );
      measurements.push(...loadMeasurements(figures, what));
      targets.push(...targetsOf(figures, what));
    }
    return { measurements, targets };
  });
}

const targetsOf = (figures: readonly LoadFigures[], what: string): readonly Target[] =>
  [
    { name: names.product, when: 'new variables' },
    { name: names.cacheless, when: 'cache off' },
  ].map(({ name, when }) => ({
    what: `uncached (${when}), ${what}, against mercurius with jit`,
    unit: 'times',
    samples: speedRatios(figures, name, names.mercurius),
    direction: 'at least',
    limit: 1,
  }));

async function requireSameAnswers(servers: readonly RunningServer[], payloads: readonly object[]): Promise<void> {
  const clients = servers.map(({ port }) => createHttpClient(port));
  for (const payload of payloads) {
    const bodies = await Promise.all(clients.map(async (client) => (await client.post(payload)).body));
    const [first, other] = [bodies[0] ?? '', bodies.find((body) => body !== bodies[0])];
    if (!first.startsWith('{"data":{') || other !== undefined) {
      throw new Error(
        `expected the same data of every server, but got:\n${first.slice(0, 500)}\n${other?.slice(0, 500)}`,
      );
    }
  }
  for (const client of clients) client.close();
}
