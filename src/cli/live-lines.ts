import { join } from 'node:path';
import type { ConfigRequest } from '../config/config-request.ts';
import { shownPath } from '../config/find-config.ts';
import type { ContentFolders } from '../content/build-snapshot.ts';
import type { LiveEvent, LiveFolder } from '../content/live/live-event.ts';
import { problemLines } from './problem-lines.ts';
import { counted } from './report/summary.ts';
import { printable } from './terminal.ts';

export interface LiveLinesContext {
  readonly folders: ContentFolders;
  readonly request: ConfigRequest;
  /** What is served. */
  readonly revision: string;
}

/** What an event is told as: one line, or a line for each problem. */
export function liveLines(event: LiveEvent, context: LiveLinesContext): readonly string[] {
  return tell(event.kind, event, context);
}

type Kind = LiveEvent['kind'];
type EventOf<Name extends Kind> = { [Each in Name]: Extract<LiveEvent, { readonly kind: Each }> }[Name];
type Tellers = { readonly [Name in Kind]: (event: EventOf<Name>, context: LiveLinesContext) => readonly string[] };

const tell = <Name extends Kind>(kind: Name, event: EventOf<Name>, context: LiveLinesContext): readonly string[] =>
  tellers[kind](event, context);

const tellers: Tellers = {
  published: (event, context) => [publishedLine(event, context)],
  // whoever it is for sees it
  previewed: () => [],
  hidden: (event, context) => [`not published: ${groupsOf(event, context).join(', ')}`],
  refused: (event, context) => [refusedLine(event, context)],
  problems: ({ diagnostics }, { request }) => problemLines(diagnostics, request),
  mended: ({ paths, revision }, context) => [`${filesOf(paths, context)} mended; still serving ${short(revision)}`],
  'folder-lost': ({ folder, reason }, context) => [
    `${shownFolder(folder, context)} cannot be read (${reason}); still serving ${short(context.revision)}`,
  ],
  'folder-back': ({ folder }, context) => [`${shownFolder(folder, context)} can be read again`],
  'hints-lost': ({ code }) => [
    `the system watches no more folders (${code}): changes are found by looking at all files, every few seconds; ${cure(code)}`,
  ],
  failed: ({ error }, context) => [
    `a change could not be taken in: ${printable(messageOf(error))}; still serving ${short(context.revision)}`,
    ...(error instanceof Error ? (error.stack?.split('\n').slice(1) ?? []) : []),
  ],
};

/** `revision 91c0 -> 7b3e: content/de/network.md changed in 12 ms` */
function publishedLine(event: EventOf<'published'>, context: LiveLinesContext): string {
  const { before, revision, haveAssetsChanged, milliseconds } = event;
  const all = [...groupsOf(event, context), ...(haveAssetsChanged ? ['assets changed'] : [])].join(', ');
  return `revision ${short(before)} -> ${short(revision)}: ${all} in ${Math.round(milliseconds)} ms`;
}

type ChangedFiles = Pick<EventOf<'published'>, 'changed' | 'added' | 'removed'> &
  Partial<Pick<EventOf<'published'>, 'appeared' | 'withdrawn'>>;

/** `content/de/network.md changed`, `2 files removed` */
function groupsOf(files: ChangedFiles, context: LiveLinesContext): readonly string[] {
  const { changed, added, removed, appeared = [], withdrawn = [] } = files;
  const groups = Object.entries({ changed, added, removed, published: appeared, withdrawn });
  return groups.flatMap(([what, paths]) => (paths.length === 0 ? [] : [`${filesOf(paths, context)} ${what}`]));
}

/** `revision 4f2a refused for content/de/network.md:4:7 expected ..., but found ...; still serving 91c0` */
function refusedLine({ refused, revision, files }: EventOf<'refused'>, context: LiveLinesContext): string {
  const [path = '', diagnostics = []] = files[0] ?? [];
  const { line, column, message } = diagnostics.find(({ severity }) => severity === 'error') ??
    diagnostics[0] ?? { line: 1, column: 1, message: 'could not be read' };
  const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
  const place = `${shownFile(path, context)}:${line}:${column}`;
  return `revision ${short(refused)} refused for ${place} ${printable(message)}${more}; still serving ${short(revision)}`;
}

/** A file by its name, several by their number. */
function filesOf(paths: readonly string[], context: LiveLinesContext): string {
  return paths.length === 1 ? shownFile(paths[0] ?? '', context) : counted(paths.length, 'file');
}

/** As whoever started the server would write it. */
const shownFile = (path: string, { folders, request }: LiveLinesContext): string =>
  printable(shownPath(join(folders.root, path), request.workingFolder));

function shownFolder({ of, path }: LiveFolder, { folders, request }: LiveLinesContext): string {
  const root = of === 'content' ? folders.root : (folders.assets ?? '');
  return printable(shownPath(join(root, path), request.workingFolder));
}

const short = (revision: string): string => revision.slice(0, 4);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const cures: Readonly<Record<string, string>> = {
  ENOSPC: 'raise fs.inotify.max_user_watches with sysctl to be faster',
  EMFILE: 'raise fs.inotify.max_user_instances with sysctl, or "ulimit -n", to be faster',
};
const cure = (code: string): string => cures[code] ?? 'raise the limits of the system to be faster';
