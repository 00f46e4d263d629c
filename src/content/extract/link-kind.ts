import type { LinkKind } from '../nodes.ts';
import { schemeOf } from '../url-scheme.ts';

/** Whether a URL is written as most are: to a web site, or to a page, a file or an anchor of the site. */
export const isPlainUrl = (url: string): boolean => /^(?:https?:\/\/|[/#.])/.test(url);

/** What a link, as written, leads to. */
export function linkKind(url: string): LinkKind {
  const isPlain = isPlainUrl(url);
  if (isPlain && url.startsWith('http')) return 'EXTERNAL';
  const scheme = isPlain ? null : schemeOf(url);
  if (scheme === 'mailto') return 'EMAIL';
  // browsers read a backslash as a slash
  if (scheme !== null || /^[/\\]{2}/.test(url)) return 'EXTERNAL';
  if (url.startsWith('#')) return 'ANCHOR';
  return isAsset(url) ? 'ASSET' : 'INTERNAL';
}

/** The host of an absolute or protocol-relative URL; `null` where there is none (`tel:`) or the URL is not valid. */
export function hostOf(url: string): string | null {
  const plain = plainHost.exec(url)?.[1];
  if (plain !== undefined) return plain;
  try {
    return new URL(url, 'https://base.invalid').host || null;
  } catch {
    return null;
  }
}

/** A host that the WHATWG URL standard leaves as it is: names in lower case, none of them encoded, the last no number. */
const plainHost = /^https?:\/\/((?!(?:[^/]*\.)?xn--)(?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]|$)/;

/** A link to one of the site's own origins as a link below its root; every other one as it is. */
export function withoutOrigin(url: string, origins: readonly string[]): string {
  if (origins.length === 0) return url;
  const origin = origins.find(
    (candidate) => url.startsWith(candidate) && /^(?:[/?#]|$)/.test(url.slice(candidate.length)),
  );
  if (origin === undefined) return url;
  const rest = url.slice(origin.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Endings of files that sites offer beside their pages. A path such as `/v1.2` or `/node.js-guide` has none of them. */
const assetEndings = new Set(
  [
    'avif bmp eps gif heic ico jpeg jpg png psd svg svgz tif tiff webp',
    'aac avi flac m4a m4v mkv mov mp3 mp4 mpeg oga ogg ogv opus wav webm',
    'csv doc docx epub ics key md5 odp ods odt pdf pps ppt pptx rtf tsv txt vcf xls xlsx',
    '7z bz2 deb dmg exe gz img iso jar msi rar rpm tar tgz xz zip zst',
    'asc css js json mjs ps sha256 sig toml wasm xml yaml yml',
  ].flatMap((endings) => endings.split(' ')),
);

function isAsset(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  const ending = /[^/]\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && assetEndings.has(ending);
}
