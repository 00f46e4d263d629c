import { linkKind, withoutOrigin } from '../extract/link-kind.ts';
import { unknownAssets } from '../join/asset-finder.ts';
import type { SiteCheck } from './check.ts';
import type { Site } from './site.ts';

/** A link to a file, or an image, that is not below the asset root. Without an asset root nothing is known. */
export const assetMissing: SiteCheck = {
  code: 'asset-missing',
  run(site, report) {
    for (const { url, path, line, column } of [...missingLinks(site), ...missingImages(site)]) {
      const suggestion = likeIt(url, path, site);
      report({
        path,
        message: `expected a file among the assets, but found none at "${url}"`,
        hint: suggestion === null ? 'Add the file, or correct the path.' : `Did you mean "${suggestion}"?`,
        at: { line, column },
      });
    }
  },
};

interface MissingAsset {
  readonly url: string;
  /** Of the document. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const missingLinks = ({ brokenLinks }: Site): readonly MissingAsset[] =>
  brokenLinks
    .filter(({ problem }) => problem === 'asset')
    .map(({ url, source, column }) => ({ url, path: source.path, line: source.startLine, column }));

function missingImages({ pages, assets, options }: Site): readonly MissingAsset[] {
  if (assets === unknownAssets) return [];
  return pages.flatMap(({ document: { path }, extraction }) =>
    extraction.images.flatMap(({ url, line, column }) => {
      const own = withoutOrigin(url, options.origins);
      const isMissing = linkKind(own) !== 'EXTERNAL' && assets.has(own, path) === false;
      return isMissing ? [{ url, path, line, column }] : [];
    }),
  );
}

/** Endings of one kind of file. */
const imageEnding = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const imageEndings = ['avif', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'].flatMap((ending) => [
  `.${ending}`,
  `.${ending.toUpperCase()}`,
]);

/** The same name in small letters, or an image of this name with another ending. */
function likeIt(url: string, documentPath: string, { assets, options }: Site): string | null {
  const [path = ''] = url.split(/[?#]/, 1);
  const slash = path.lastIndexOf('/') + 1;
  const names = [path, path.slice(0, slash) + path.slice(slash).toLowerCase()];
  const images = names
    .filter((name) => imageEnding.test(name))
    .flatMap((name) => imageEndings.map((ending) => name.replace(imageEnding, ending)));
  const isThere = (name: string): boolean => assets.has(withoutOrigin(name, options.origins), documentPath) === true;
  return [...names, ...images].find(isThere) ?? null;
}
