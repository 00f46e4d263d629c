import type { LongWay, LongWayOptions } from './long-way.ts';

/** The long way, which is loaded when somebody first goes it: that takes as long as everything else of a start. */
export function createLazyLongWay(options: LongWayOptions): LongWay {
  let loading: Promise<LongWay> | undefined;
  let loaded: LongWay | undefined;
  const load = (): Promise<LongWay> => {
    loading ??= import('./long-way.ts').then(({ createLongWay }) => {
      loaded = createLongWay(options);
      return loaded;
    });
    return loading;
  };
  return {
    fetch: (request) => (loaded === undefined ? load().then((way) => way.fetch(request)) : loaded.fetch(request)),
    listener(request, response) {
      if (loaded !== undefined) return loaded.listener(request, response);
      // nothing but this program's own files can be missing: the caller sees the connection end
      load().then(
        (way) => way.listener(request, response),
        () => response.destroy(),
      );
    },
    ask: async (request, reader) => (await load()).ask(request, reader),
  };
}
