import { compareServers, loadMeasurements, speedRatios } from '../load/compare-servers.ts';
import { createHttpClient, dataOf } from '../load/http-client.ts';
import { graphqlRequest } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import { smallListQuery } from './queries.ts';
import { names } from './servers.ts';
import type { TableDefinition } from './table-definition.ts';

export const cached: TableDefinition = {
  name: 'cached',
  title: 'The same query again',
  text: 'One POST over and over, answered with 2 kB of JSON, against a server of `node:http` alone that reads the body of the request and gives the same bytes. The content is that of the project.',
  measure: (context) =>
    withServers(async ({ server, peer }) => {
      const product = await server(context.product.serve(context.content));
      const client = createHttpClient(product.port);
      const answer = await client.post({ query: smallListQuery });
      client.close();
      dataOf(answer);
      const size = Buffer.byteLength(answer.body);
      if (size < 1800 || size > 2400) throw new Error(`expected an answer of about 2 kB, but got: ${size} bytes`);
      const headers = { 'content-type': answer.headers['content-type'] };
      const bare = await peer('bare-server', JSON.stringify({ status: 200, headers, body: answer.body }));

      const requests = [graphqlRequest({ query: smallListQuery })];
      const figures = await compareServers(
        [
          { name: names.product, server: product, requests },
          { name: names.bare, server: bare, requests },
        ],
        context,
      );
      return {
        measurements: loadMeasurements(figures, 'POST, 2 kB'),
        targets: [
          {
            what: 'cached query, POST, 2 kB, against bare node:http',
            unit: 'times',
            samples: speedRatios(figures, names.product, names.bare),
            direction: 'at least',
            limit: 0.85,
          },
        ],
      };
    }),
};
