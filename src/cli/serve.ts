import { buildSnapshot } from '../content/build-snapshot.ts';
import { ContentRootError } from '../content/read-folder.ts';
import { createApp, graphqlPath, schemaPath } from '../server/app.ts';
import { ListenError, type Listening, listen } from '../server/listen.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { readVersion } from '../version.ts';
import { formatDiagnostic } from './format-diagnostic.ts';
import { type ReadyFacts, readyLine } from './ready-line.ts';
import { printable, type Terminal } from './terminal.ts';

export interface ServeOptions {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly terminal: Terminal;
}

/** Builds the content, serves it until SIGINT or SIGTERM, and ends the process with 1 when it cannot. */
export async function serve({ folder, host, port, terminal }: ServeOptions): Promise<void> {
  try {
    const snapshot = buildSnapshot(folder);
    for (const diagnostic of snapshot.diagnostics) terminal.err(`${formatDiagnostic(diagnostic)}\n`);

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
    if (!(error instanceof ContentRootError) && !(error instanceof ListenError)) throw error;
    terminal.err(`foliograph: ${printable(error.message)}.${hintFor(error)}\n`);
    process.exitCode = 1;
  }
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
    problems: diagnostics.length,
  };
}

function hintFor(error: ContentRootError | ListenError): string {
  return error instanceof ContentRootError ? ` ${rootHints[error.code]}` : '';
}

const nameFolder = 'Name the folder with your Markdown: foliograph FOLDER.';
const rootHints: Readonly<Record<ContentRootError['code'], string>> = {
  ROOT_NOT_FOUND: nameFolder,
  ROOT_NOT_A_FOLDER: nameFolder,
  ROOT_UNREADABLE: 'Check its permissions.',
  ASSETS_UNREADABLE: 'Check the name and the permissions of the folder with the assets.',
  ROOT_EMPTY: 'Write a page into it, or name another folder: foliograph FOLDER.',
};

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
