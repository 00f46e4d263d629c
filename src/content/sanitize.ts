import type { Element, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { limits } from './limits.ts';
import { isAllowedUrl, linkSchemes } from './url-scheme.ts';

const flow = [
  'article',
  'aside',
  'blockquote',
  'dd',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'header',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'ul',
  'details',
  'summary',
];
const phrasing = [
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const tables = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];

/** Elements that go with all that is in them; of others that are not allowed, what is in them stays. */
const stripped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
  'textarea',
  'select',
  'xmp',
  'noembed',
  'noframes',
  'plaintext',
  'audio',
  'video',
  'canvas',
]);

export const isStripped = (tagName: string): boolean => stripped.has(tagName);

/**
 * What may stand in a page's HTML: an allow-list in the form of GitHub's, without forms, media and anything that a
 * style or a script could hang on. Ids are given to headings and footnotes only.
 */
const schema: Schema = {
  tagNames: [...flow, ...phrasing, ...headings, ...tables, 'input'],
  attributes: {
    '*': ['dir', 'lang', 'title'],
    a: [
      'href',
      'hrefLang',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      ['ariaDescribedBy', 'footnote-label'],
      ['id', /^fnref-/],
      ['className', 'data-footnote-backref'],
    ],
    blockquote: ['cite'],
    code: [['className', /^language-[\w+#.-]+$/]],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    h1: ['id'],
    h2: ['id', ['className', 'sr-only']],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ins: ['cite', 'dateTime'],
    li: ['value', ['id', /^fn-/], ['className', 'task-list-item']],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I'], ['className', 'contains-task-list']],
    q: ['cite'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: ['colSpan', 'rowSpan', 'scope', ['align', 'left', 'center', 'right']],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  ancestors: { tbody: ['table'], td: ['table'], tfoot: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  protocols: { href: [...linkSchemes], src: ['http', 'https'], cite: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: [...stripped],
  clobber: [],
  clobberPrefix: '',
};

/** No document that is served is as deep; a guard for the stack of whoever walks the tree. */
const maximumDepth = 2 * (limits.htmlDepth + limits.markdownDepth);

/** Cleans a tree of everything that is not on the allow-list. */
export function sanitizeTree(tree: Root): Root {
  flatten(tree);
  const clean = sanitize(tree, schema);
  if (clean.type !== 'root') throw new Error(`expected the sanitiser to keep the root, but got: ${clean.type}`);
  return clean;
}

/** In place: what the allow-list cannot say, and an end to nesting that is too deep. */
function flatten(tree: Root): void {
  const pending: { node: Root | Element; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node, depth } = entry;
    if (depth === maximumDepth) {
      node.children = [];
      continue;
    }
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      alignByAttribute(child);
      removeOtherInput(child);
      normalizeUrls(child);
      pending.push({ node: child, depth: depth + 1 });
    }
  }
}

/** The Markdown engine aligns cells by style, which is not allowed; `align` says the same. */
function alignByAttribute(element: Element): void {
  if (element.tagName !== 'td' && element.tagName !== 'th') return;
  const match = /^text-align: ?(left|center|right);?$/.exec(String(element.properties['style'] ?? ''));
  if (match?.[1] !== undefined) element.properties['align'] = match[1];
}

/** The allow-list would make a checkbox of every input. */
function removeOtherInput(element: Element): void {
  if (element.tagName === 'input' && element.properties['type'] !== 'checkbox') element.tagName = 'template';
}

/** The sanitiser compares schemes as they are written; `HTTPS:` is as good as `https:` (RFC 3986, 3.1). */
function normalizeUrls({ properties }: Element): void {
  for (const name of ['href', 'src', 'cite']) {
    const url = properties[name];
    if (typeof url !== 'string') continue;
    properties[name] = isAllowedUrl(url) ? url.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase()) : null;
  }
}
