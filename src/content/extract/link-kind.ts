import type { LinkKind } from '../nodes.ts';
import { schemeOf } from '../url-scheme.ts';

/** What a link, as written, leads to. */
export function linkKind(url: string): LinkKind {
  const scheme = schemeOf(url);
  if (scheme === 'mailto') return 'EMAIL';
  if (scheme !== null || url.startsWith('//')) return 'EXTERNAL';
  if (url.startsWith('#')) return 'ANCHOR';
  return isAsset(url) ? 'ASSET' : 'INTERNAL';
}

/** The host of an absolute or protocol-relative URL; `null` where there is none (`tel:`) or the URL is not valid. */
export function hostOf(url: string): string | null {
  const base = 'https://base.invalid';
  return URL.canParse(url, base) ? new URL(url, base).host || null : null;
}

/** A path whose last part has an ending that is not a page's. */
function isAsset(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  const ending = /[^/]\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && /[a-z]/.test(ending) && !['md', 'markdown', 'html', 'htm'].includes(ending);
}
