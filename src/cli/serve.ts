import type { ConfigRequest } from '../config/config-request.ts';
import { shownPath } from '../config/find-config.ts';
import { buildSnapshot } from '../content/build-snapshot.ts';
import { closest } from '../content/suggest.ts';
import { createApp, graphqlPath, schemaPath } from '../server/app.ts';
import { ListenError, type Listening, listen } from '../server/listen.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { readVersion } from '../version.ts';
import { explainFailure } from './content-arguments.ts';
import { loadQuietly } from './load-quietly.ts';
import { problemLines, toldProblems } from './problem-lines.ts';
import { type ReadyFacts, readyLine } from './ready-line.ts';
import { printable, type Terminal } from './terminal.ts';

export interface ServeOptions {
  readonly request: ConfigRequest;
  readonly host: string;
  readonly port: number;
  readonly terminal: Terminal;
  /** Names of commands, one of which may be meant by a folder that is not there. */
  readonly commands: readonly string[];
}

/**
 * Builds the content, serves it until SIGINT or SIGTERM, and ends the process when it cannot: with 2 when the
 * configuration is wrong, otherwise with 1.
 */
export async function serve({ request, host, port, terminal, commands }: ServeOptions): Promise<void> {
  try {
    const { file, folders, options } = await loadQuietly(request);
    if (file !== null) terminal.err(`foliograph: using ${printable(shownPath(file, request.workingFolder))}\n`);
    const snapshot = buildSnapshot(folders, options);
    for (const line of problemLines(snapshot.diagnostics, request)) terminal.err(`${line}\n`);

    const app = createApp({
      store: createMemoryStore(snapshot),
      log: {
        error: (message, { requestId, error }) =>
          terminal.err(`${message} (request ${requestId}): ${stackOf(error)}\n`),
      },
    });
    const listening = await listen(app.listener, { host, port });
    closeOnSignals(listening);
    terminal.err(`${readyLine(factsOf(listening.origin, snapshot))}\n`);
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

function factsOf(origin: string, { indexes, languages, diagnostics }: ReturnType<typeof buildSnapshot>): ReadyFacts {
  return {
    version: readVersion(),
    milliseconds: performance.now(),
    urls: [`${origin}${graphqlPath}`, `${origin}${schemaPath}`],
    pages: indexes.Page.all.length,
    partners: indexes.Partner.all.length,
    goals: indexes.Goal.all.length,
    links: indexes.Link.all.length,
    languages: languages.filter(({ pageCount }) => pageCount > 0).map(({ tag }) => tag),
    problems: toldProblems(diagnostics).length,
  };
}

/** The first signal lets requests that run come to their end, the second one ends them. */
function closeOnSignals(listening: Listening): void {
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) listening.closeAtOnce();
      isClosing = true;
      void listening.close();
    });
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
