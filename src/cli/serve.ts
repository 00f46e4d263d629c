import type { ConfigRequest } from '../config/config-request.ts';
import { shownPath } from '../config/find-config.ts';
import { systemClock } from '../content/live/clock.ts';
import { inSlices } from '../content/live/slices.ts';
import { createDocumentPool, servingMaximumBytes } from '../content/pack/document-pool.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { closest } from '../content/suggest.ts';
import { graphqlPath, schemaPath } from '../server/paths.ts';
import { ListenError } from '../server/listen.ts';
import { readVersion } from '../version.ts';
import { explainFailure } from './content-arguments.ts';
import { loadQuietly } from './load-quietly.ts';
import { openParseCache } from './open-parse-cache.ts';
import { problemLines } from './problem-lines.ts';
import { type ReadyFacts, readyLine } from './ready-line.ts';
import { serveHere } from './serve-here.ts';
import { openServedContent, type WatchMode } from './served-content.ts';
import type { Serving } from './serving.ts';
import { tellConfigChanges } from './tell-config-changes.ts';
import { printable, type Terminal } from './terminal.ts';
import { serveByWorkers } from './workers/serve-by-workers.ts';

export interface ServeOptions {
  readonly request: ConfigRequest;
  readonly host: string;
  readonly port: number;
  /** Processes that serve; with 1 this one does. */
  readonly workers: number;
  readonly watch: WatchMode;
  /** Folder of the parse cache; `false` for none, `null` for the system's. */
  readonly cache: string | false | null;
  readonly terminal: Terminal;
  /** Names of commands, one of which may be meant by a folder that is not there. */
  readonly commands: readonly string[];
}

/**
 * Builds the content, serves it and what becomes of it until SIGINT or SIGTERM, and ends the process when it cannot: with
 * 2 when the configuration is wrong, otherwise with 1.
 */
export async function serve(serveOptions: ServeOptions): Promise<void> {
  const { request, host, port, workers, watch, terminal, commands } = serveOptions;
  try {
    const loaded = await loadQuietly(request);
    const { file, options, server } = loaded;
    if (file !== null) terminal.err(`foliograph: using ${printable(shownPath(file, request.workingFolder))}\n`);
    const pool = createDocumentPool();
    const cache = openParseCache({
      ...{ ...loaded, cache: serveOptions.cache, workingFolder: request.workingFolder },
      ...{ pool, terminal },
    });
    const onPublish: Serving['publish'] = (published, event) => serving.publish(published, event);
    const live = await openServedContent(loaded, { request, watch, cache, terminal, onPublish });
    const snapshot = live.current();
    const serving =
      workers === 1
        ? await serveHere({ snapshot, server, host, port, terminal })
        : await serveByWorkers({
            ...{ count: workers, live, options, server, host, port },
            tell: (line) => terminal.err(`foliograph: ${printable(line)}.\n`),
          });
    const stopTelling = file === null || watch === 'off' ? () => {} : tellConfigChanges(file, { request, terminal });
    const ending = onSignals(() => {
      live.close();
      stopTelling();
      serving.close();
      void cache.close();
    });
    terminal.err(`${readyLine(factsOf(serving.origin, snapshot))}\n`);
    void cache.save();
    if (watch !== 'off') live.follow();
    await inSlices(snapshot.findDiagnostics(), systemClock);
    pool.setMaximumBytes(servingMaximumBytes);
    if (!ending.hasBegun()) for (const line of problemLines(snapshot.diagnostics, request)) terminal.err(`${line}\n`);
  } catch (error) {
    const meant = request.folder === null ? null : closest(request.folder, commands);
    const missingHint = meant === null ? null : `Did you mean the command "${meant}"?`;
    process.exitCode = explain(error, terminal, missingHint);
  }
}

function explain(error: unknown, terminal: Terminal, missingHint: string | null): number {
  if (!(error instanceof ListenError)) {
    return explainFailure(error, { terminal, command: 'foliograph', rootExitCode: 1, missingHint });
  }
  terminal.err(`foliograph: ${printable(error.message)}.\n`);
  return 1;
}

function factsOf(origin: string, { counts, languages }: Snapshot): ReadyFacts {
  return {
    version: readVersion(),
    milliseconds: performance.now(),
    urls: [`${origin}${graphqlPath}`, `${origin}${schemaPath}`],
    pages: counts.Page,
    partners: counts.Partner,
    goals: counts.Goal,
    links: counts.Link,
    languages: languages.filter(({ pageCount }) => pageCount > 0).map(({ tag }) => tag),
  };
}

/** Calls back at each signal to end. */
function onSignals(end: () => void): { hasBegun(): boolean } {
  let hasBegun = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      hasBegun = true;
      end();
    });
  }
  return { hasBegun: () => hasBegun };
}
