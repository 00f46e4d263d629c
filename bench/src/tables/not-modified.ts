import { compareServers, loadMeasurements, speedRatios } from '../load/compare-servers.ts';
import { createHttpClient } from '../load/http-client.ts';
import { requestText } from '../load/request-template.ts';
import { withServers } from '../process/server-scope.ts';
import { smallListQuery } from './queries.ts';
import { names } from './servers.ts';
import type { TableDefinition } from './table-definition.ts';

export const notModified: TableDefinition = {
  name: 'not-modified',
  title: 'A client that has the answer',
  text: 'A GET whose `If-None-Match` holds the ETag of the answer, against a server of `node:http` alone that answers 304 with the same ETag. The content is that of the project.',
  measure: (context) =>
    withServers(async ({ server, peer }) => {
      const product = await server(context.product.serve(context.content));
      const path = `/graphql?query=${encodeURIComponent(smallListQuery)}`;
      const client = createHttpClient(product.port);
      const first = await client.get(path);
      const etag = first.headers.etag;
      if (etag === undefined) throw new Error('expected an ETag, but got none');
      const second = await client.get(path, { 'if-none-match': etag });
      client.close();
      if (second.status !== 304) throw new Error(`expected 304, but got: ${second.status}`);
      const bare = await peer('bare-server', JSON.stringify({ status: 304, headers: { etag } }));

      const requests = [requestText({ method: 'GET', path, body: null, headers: { 'If-None-Match': etag } })];
      const figures = await compareServers(
        [
          { name: names.product, server: product, requests, status: 304 },
          { name: names.bare, server: bare, requests, status: 304 },
        ],
        context,
      );
      return {
        measurements: loadMeasurements(figures, 'GET, 304'),
        targets: [
          {
            what: 'If-None-Match that matches, against a bare 304',
            unit: 'times',
            samples: speedRatios(figures, names.product, names.bare),
            direction: 'at least',
            limit: 0.8,
          },
        ],
      };
    }),
};
