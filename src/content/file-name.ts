import { languageOfName } from './language-tag.ts';

/** What a file's path says about the document in it. */
export interface FileName {
  /** The first folder or the file-name suffix, where it is a known language tag: `de/a.md`, `a.de.md`. */
  readonly language: string | null;
  /** The folders below the language, joined with `/`. */
  readonly collection: string;
  /** The file name without ending and language suffix, in NFC. */
  readonly stem: string;
}

export function readFileName(path: string): FileName {
  const folders = path.normalize('NFC').split('/');
  const name = (folders.pop() ?? '').replace(/\.(?:md|markdown)$/i, '');
  const dot = name.lastIndexOf('.');
  const suffix = dot > 0 ? languageOfName(name.slice(dot + 1)) : null;
  const folder = folders[0] === undefined ? null : languageOfName(folders[0]);
  return {
    language: folder ?? suffix,
    collection: (folder === null ? folders : folders.slice(1)).join('/'),
    stem: suffix === null ? name : name.slice(0, dot),
  };
}
