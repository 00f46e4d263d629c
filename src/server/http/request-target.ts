import { parseUrl } from '../../content/parse-url.ts';

export interface RequestTarget {
  /** As it was sent, but without slashes at the end; `*` stands for the server (RFC 9112, 3.2.4). */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Makes what reads request targets in any of the forms of RFC 9112, 3.2; `null` where target and host make no URL. */
export function createTargetReader(): (target: string, host: string | undefined) => RequestTarget | null {
  const isHost = createHostTest();
  return (target, host) => {
    if (!isHost(host)) return null;
    if (target.startsWith('/')) return target.includes('#') ? null : split(target);
    if (target === '*') return { path: '*', query: '' };
    const url = /^https?:\/\//i.test(target) ? parseUrl(target) : null;
    return url === null ? null : split(`${url.pathname}${url.search}`);
  };
}

function split(target: string): RequestTarget {
  const end = target.indexOf('?');
  const path = end === -1 ? target : target.slice(0, end);
  return { path: withoutSlashes(path), query: end === -1 ? '' : target.slice(end + 1) };
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path.charCodeAt(end - 1) === slash) end--;
  return end === path.length ? path : path.slice(0, end);
}

const slash = 0x2f;

/** Whether a Host header is one that makes a URL, without user, path or query; the last one is remembered. */
function createHostTest(): (host: string | undefined) => boolean {
  let known: string | undefined;
  return (host) => {
    if (host === known || host === undefined) return true;
    if (!/^[\w.:[\]-]+$/.test(host) || parseUrl(`http://${host}/`) === null) return false;
    known = host;
    return true;
  };
}
