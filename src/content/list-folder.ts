import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What counts in a folder, as names. Whatever is hidden, `node_modules` and other files are passed over. */
export interface FolderListing {
  readonly folders: readonly string[];
  /** Regular Markdown files. */
  readonly documents: readonly string[];
  /** Symbolic links and special files, which are told and never followed. */
  readonly irregular: readonly string[];
}

export type EntryKind = 'folder' | 'document' | 'irregular';

/** As Dirent and Stats both have it. */
interface EntryType {
  isDirectory(): boolean;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

/** Lists a folder below the content root. @throws the file system's error when it cannot be listed. */
export function listFolder(root: string, folder: string): FolderListing {
  const folders: string[] = [];
  const documents: string[] = [];
  const irregular: string[] = [];
  const placeOf = { folder: folders, document: documents, irregular } satisfies Record<EntryKind, string[]>;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const kind = entryKind(entry, { name: entry.name, parent: join(root, folder) });
    if (kind !== null) placeOf[kind].push(entry.name);
  }
  return { folders, documents, irregular };
}

/** What an entry of a folder counts as; `null` for what is passed over. */
export function entryKind(
  type: EntryType,
  { name, parent }: { readonly name: string; readonly parent: string },
): EntryKind | null {
  if (isPassedOver(name)) return null;
  if (type.isDirectory()) return 'folder';
  if (type.isFile()) return isMarkdown(name) ? 'document' : null;
  return isMarkdown(name) || (type.isSymbolicLink() && leadsToFolder(join(parent, name))) ? 'irregular' : null;
}

/** The path below the content root of something in one of its folders. */
export const pathIn = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
