import { createHttpClient, dataOf } from '../load/http-client.ts';
import { peerFile, spawnServer } from '../process/spawn-server.ts';
import { timeCommand } from '../process/time-command.ts';
import { ratios } from '../report/statistics.ts';
import { pageQuery } from './queries.ts';
import { names } from './servers.ts';
import type { TableDefinition } from './table-definition.ts';

export const start: TableDefinition = {
  name: 'start',
  title: 'Start',
  text: "From spawning the process to the first answer that is there: Foliograph with the project's own content, without a parse cache; Yoga alone with a schema of one field; and Node itself, which does nothing and ends.",
  async measure({ product, content, settings, progress }) {
    const variables = { slug: 'network', language: 'de' };
    const [own, yoga, node]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < settings.startRounds; round++) {
      progress(`round ${round + 1} of ${settings.startRounds}`);
      own.push(await firstAnswerTime(product.serve(content), { query: pageQuery, variables }));
      yoga.push(await firstAnswerTime([peerFile('yoga-server')], { query: '{ hello }' }));
      node.push(await timeCommand(['-e', '0']));
    }
    return {
      measurements: [
        { name: `${names.product}, first answer`, unit: 'ms', samples: own },
        { name: `${names.yoga}, first answer`, unit: 'ms', samples: yoga },
        { name: 'Node alone', unit: 'ms', samples: node },
        { name: `${names.product} against ${names.yoga}`, unit: 'times', samples: ratios(own, yoga) },
      ],
      targets: [
        {
          what: "spawn to first answer on the project's own content",
          unit: 'ms',
          samples: own,
          direction: 'at most',
          limit: 500,
        },
      ],
    };
  },
};

async function firstAnswerTime(command: readonly string[], payload: object): Promise<number> {
  const begin = performance.now();
  const server = await spawnServer(command);
  const client = createHttpClient(server.port);
  try {
    const answer = await client.post(payload);
    const milliseconds = performance.now() - begin;
    dataOf(answer);
    return milliseconds;
  } finally {
    client.close();
    await server.stop();
  }
}
