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

/** Reads the names of one build's files; what it found out about a folder or suffix it remembers for the next file. */
export function createFileNameReader(): (path: string) => FileName {
  const known = new Map<string, string | null>();
  const languageOf = (name: string): string | null => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const language = languageOfName(name);
    known.set(name, language);
    return language;
  };

  return (path) => {
    const folders = path.normalize('NFC').split('/');
    const name = (folders.pop() ?? '').replace(/\.(?:md|markdown)$/i, '');
    const dot = name.lastIndexOf('.');
    const suffix = dot > 0 ? languageOf(name.slice(dot + 1)) : null;
    const folder = folders[0] === undefined ? null : languageOf(folders[0]);
    return {
      language: folder ?? suffix,
      collection: (folder === null ? folders : folders.slice(1)).join('/'),
      stem: suffix === null ? name : name.slice(0, dot),
    };
  };
}
