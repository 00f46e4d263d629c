import type { ConfigRequest } from '../config/config-request.ts';
import { shownPath } from '../config/find-config.ts';
import { createDocumentPool } from '../content/pack/document-pool.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { closest } from '../content/suggest.ts';
import { createApp, graphqlPath, schemaPath } from '../server/app.ts';
import { ListenError, type Listening, listen } from '../server/listen.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { readVersion } from '../version.ts';
import { explainFailure } from './content-arguments.ts';
import { loadQuietly } from './load-quietly.ts';
import { openParseCache } from './open-parse-cache.ts';
import { problemLines, toldProblems } from './problem-lines.ts';
import { type ReadyFacts, readyLine } from './ready-line.ts';
import { createServedContent, type WatchMode } from './served-content.ts';
import { tellConfigChanges } from './tell-config-changes.ts';
import { printable, type Terminal } from './terminal.ts';

export interface ServeOptions {
  readonly request: ConfigRequest;
  readonly host: string;
  readonly port: number;
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
  const { request, host, port, watch, cache: cacheFolder, terminal, commands } = serveOptions;
  try {
    const loaded = await loadQuietly(request);
    const { file } = loaded;
    if (file !== null) terminal.err(`foliograph: using ${printable(shownPath(file, request.workingFolder))}\n`);
    const cache = openParseCache({
      ...loaded,
      cache: cacheFolder,
      workingFolder: request.workingFolder,
      pool: createDocumentPool(),
      terminal,
    });
    const onPublish = (published: Snapshot): void => void store.publish(published);
    const live = createServedContent(loaded, { request, watch, cache, terminal, onPublish });
    const snapshot = live.current();
    const store = createMemoryStore(snapshot);
    for (const line of problemLines(snapshot.diagnostics, request)) terminal.err(`${line}\n`);

    const app = createApp({
      store,
      responses: loaded.responses,
      log: {
        error: (message, { requestId, error }) =>
          terminal.err(`${message} (request ${requestId}): ${stackOf(error)}\n`),
      },
    });
    const listening = await listen(app.listener, { host, port });
    const stopTelling = file === null || watch === 'off' ? () => {} : tellConfigChanges(file, { request, terminal });
    closeOnSignals(listening, () => {
      live.close();
      void cache.close();
      stopTelling();
    });
    terminal.err(`${readyLine(factsOf(listening.origin, snapshot))}\n`);
    void cache.save();
    if (watch !== 'off') live.follow();
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

function factsOf(origin: string, { counts, languages, diagnostics }: Snapshot): ReadyFacts {
  return {
    version: readVersion(),
    milliseconds: performance.now(),
    urls: [`${origin}${graphqlPath}`, `${origin}${schemaPath}`],
    pages: counts.Page,
    partners: counts.Partner,
    goals: counts.Goal,
    links: counts.Link,
    languages: languages.filter(({ pageCount }) => pageCount > 0).map(({ tag }) => tag),
    problems: toldProblems(diagnostics).length,
  };
}

/** The first signal lets requests that run come to their end, the second one ends them. */
function closeOnSignals(listening: Listening, onFirst: () => void): void {
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) listening.closeAtOnce();
      isClosing = true;
      onFirst();
      void listening.close();
    });
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
