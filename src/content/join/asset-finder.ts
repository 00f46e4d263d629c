import { folderOf, resolvePath } from './site-path.ts';

/** Knows which files a site has beside its pages. */
export interface AssetFinder {
  /** Whether the file that a link in a document leads to is there; `null` where nobody knows. */
  has(url: string, documentPath: string): boolean | null;
}

/** The files below the asset root, and where the root lies. */
export interface AssetList {
  /** Paths below the asset root with `/` in front. */
  readonly paths: ReadonlySet<string>;
  /** The asset root and the content root below the nearest folder that holds both: `/static`, `/content`. */
  readonly assetsPath: string;
  readonly contentPath: string;
}

/** Without an asset root nothing is known. */
export const unknownAssets: AssetFinder = { has: () => null };

export function createAssetFinder({ paths, assetsPath, contentPath }: AssetList): AssetFinder {
  return {
    has(url, documentPath) {
      const path = decoded(url.replace(/[?#].*$/s, ''));
      if (path.startsWith('/')) return paths.has(resolvePath('', path) ?? '');
      const resolved = resolvePath(`${contentPath}/${folderOf(documentPath)}`, path);
      return resolved?.startsWith(`${assetsPath}/`) === true ? paths.has(resolved.slice(assetsPath.length)) : null;
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
