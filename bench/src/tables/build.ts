import { peerFile } from '../process/spawn-server.ts';
import { timeCommand } from '../process/time-command.ts';
import type { Measurement, Target } from '../report/result.ts';
import { ratios } from '../report/statistics.ts';
import { fillParseCache, readyTime } from './grow.ts';
import type { TableDefinition } from './table-definition.ts';

export const build: TableDefinition = {
  name: 'build',
  title: 'Cold build and restart',
  text: 'A whole process each: Foliograph from its start to the line that says that it is ready, without a parse cache and with a full one; and a program that walks the folder, reads every file, parses its YAML and renders its Markdown to HTML, one after the other, and keeps nothing. The files are in the memory of the operating system for all of them.',
  async measure(context) {
    const { product, settings, workspace, progress } = context;
    const { folder, documents } = workspace.corpus(settings.corpusSize);
    const cache = product.hasParseCache ? workspace.path('parse-cache') : null;
    const floorCommand = [peerFile('read-all'), folder];
    // reads the files into memory, and fills the cache
    await timeCommand(floorCommand);
    if (cache !== null) await fillParseCache(product.serve(folder, { cache }));
    const [cold, floor, restart]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < settings.buildRounds; round++) {
      progress(`round ${round + 1} of ${settings.buildRounds}`);
      cold.push(await readyTime(product.serve(folder)));
      floor.push(await timeCommand(floorCommand));
      if (cache !== null) restart.push(await readyTime(product.serve(folder, { cache })));
    }
    const what = `${documents.toLocaleString('en')} documents`;
    const measurements: Measurement[] = [
      { name: `${what}: cold build`, unit: 'ms', samples: cold },
      { name: `${what}: walk, read, YAML and bare HTML`, unit: 'ms', samples: floor },
    ];
    const targets: Target[] = [
      {
        what: `cold build of ${what}, against walk, read, YAML and bare HTML`,
        unit: 'times',
        samples: ratios(cold, floor),
        direction: 'at most',
        limit: 3,
      },
    ];
    if (cache !== null) {
      measurements.push({ name: `${what}: restart with the parse cache`, unit: 'ms', samples: restart });
      targets.push({
        what: `restart with the parse cache, ${what}, against the cold build`,
        unit: 'times',
        samples: ratios(restart, cold),
        direction: 'at most',
        limit: 0.5,
      });
    }
    return { measurements, targets };
  },
};
