import { once } from '../content/once.ts';
import type { LongWay, LongWayOptions } from './long-way.ts';

/** The long way, which is loaded when somebody first goes it: that takes as long as everything else of a start. */
export function createLazyLongWay(options: LongWayOptions): LongWay {
  const load = once(() => import('./long-way.ts').then(({ createLongWay }) => createLongWay(options)));
  return { ask: async (request, reader) => (await load()).ask(request, reader) };
}
