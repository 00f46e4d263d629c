import type { BuildOptions } from '../../content/build-options.ts';
import type { AssetList } from '../../content/join/asset-finder.ts';
import type { LiveContent } from '../../content/live/live-content.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import type { UnderstoodSource } from '../../content/understand.ts';
import type { Metrics } from '../../server/telemetry/metrics/metrics.ts';
import type { OperatorLog } from '../log/operator-log.ts';
import type { ServerSetting } from '../server-setting.ts';
import { printable } from '../terminal.ts';
import type { Serving } from '../serving.ts';
import type { ServedContent, ServedRevision } from './worker-message.ts';
import { createWorkerPool } from './worker-pool.ts';

export interface ServeByWorkersInput {
  readonly count: number;
  readonly live: LiveContent;
  readonly options: BuildOptions;
  readonly setting: ServerSetting;
  readonly metrics: Metrics;
  readonly log: OperatorLog;
}

/**
 * Serves content from several processes on one port, which all get every change from this one.
 *
 * @throws {ListenError} when the address cannot be served on.
 */
export async function serveByWorkers(input: ServeByWorkersInput): Promise<Serving> {
  const { count, live, options, setting, metrics, log } = input;
  // where a free port was asked for, a process that begins later has to take the same
  let { port } = setting;
  let degraded: readonly string[] = [];
  const pool = createWorkerPool({
    count,
    figures: metrics.snapshotOf,
    tell: (line) => log.tell(`foliograph: ${printable(line)}.`, { level: 'warn' }),
    setting: () => ({ ...setting, port, options, assets: live.assets(), degraded }),
    content: () => ({ sources: (live.preview() ?? live).sources().values(), served: contentOf(live) }),
  });
  try {
    const origin = await pool.start();
    port = Number(new URL(origin).port) || port;
    return {
      origin,
      publish(snapshot, { changed, added, removed, appeared, withdrawn, haveAssetsChanged }) {
        pool.update({
          view: 'published',
          sources: sourcesAt([...changed, ...added, ...appeared], live.sources()),
          removed: [...removed, ...withdrawn],
          assets: assetsOf(haveAssetsChanged),
          served: servedOf(snapshot),
        });
      },
      preview(snapshot, { changed, removed, haveAssetsChanged }) {
        pool.update({
          view: 'everything',
          sources: sourcesAt(changed, live.preview()?.sources() ?? new Map()),
          ...{ removed, assets: assetsOf(haveAssetsChanged), served: servedOf(snapshot) },
        });
      },
      degrade(notes) {
        degraded = notes;
        pool.degrade(notes);
      },
      close: () => void pool.close().then(metrics.close),
    };
  } catch (error) {
    void pool.close();
    throw error;
  }

  function assetsOf(haveChanged: boolean): AssetList | undefined {
    return haveChanged ? (live.assets() ?? undefined) : undefined;
  }
}

const sourcesAt = (paths: readonly string[], sources: ReadonlyMap<string, UnderstoodSource>) =>
  paths.flatMap((path) => sources.get(path) ?? []);

function contentOf(live: LiveContent): ServedContent {
  const everything = live.preview()?.current();
  const preview = everything && { served: servedOf(everything), hidden: [...live.hidden().keys()] };
  return { published: servedOf(live.current()), preview: preview ?? null };
}

const servedOf = ({ revision, builtAt }: Snapshot): ServedRevision => ({ revision, builtAt });
