import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { markdownToTree } from '../../src/content/markdown.ts';
import { apiOf } from '../support/api.ts';

interface Rendering {
  readonly html: string;
  readonly text: string;
  readonly excerpt: string;
  readonly wordCount: number;
}

/** How the API gives a page with this body. */
async function renderingOf(body: string, length = 200): Promise<Rendering> {
  const { data, errors } = await apiOf({ 'text.md': body }).query<{ page: Rendering }>(
    'query ($length: Int!) { page(slug: "text") { html text excerpt(length: $length) wordCount } }',
    { length },
  );
  if (data?.page === undefined) throw new Error(`expected a page, but got: ${JSON.stringify(errors)}`);
  return data.page;
}

const htmlOf = async (body: string): Promise<string> => (await renderingOf(body)).html;

describe('Markdown as HTML', () => {
  it.each<[string, string, string]>([
    ['paragraphs', 'One\ntwo\n\nThree\n', '<p>One\ntwo</p>\n<p>Three</p>\n'],
    [
      'emphasis',
      '*a* **b** ***c*** _d_',
      '<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em></p>\n',
    ],
    ['strikethrough', '~~gone~~ and ~off~', '<p><del>gone</del> and <del>off</del></p>\n'],
    ['hard line breaks', 'One  \ntwo\\\nthree\nfour', '<p>One<br>\ntwo<br>\nthree\nfour</p>\n'],
    ['line breaks of HTML', 'One<br />two<br>three', '<p>One<br>two<br>three</p>\n'],
    ['rules', 'One\n\n***\n\nTwo\n', '<p>One</p>\n<hr>\n<p>Two</p>\n'],
    [
      'a picture',
      '![A "tree"](/tree.png "Tree")',
      '<p><img src="/tree.png" alt="A &#x22;tree&#x22;" title="Tree"></p>\n',
    ],
    ['a link with title', '[x](/a?b=1&c=2 "T")', '<p><a href="/a?b=1&#x26;c=2" title="T">x</a></p>\n'],
    ['entities and escapes', '&copy; &amp; \\*a\\* <b', '<p>© &#x26; *a* &#x3C;b</p>\n'],
    ['code', '`<b> &amp;`', '<p><code>&#x3C;b> &#x26;amp;</code></p>\n'],
    ['headings', '# A\n\nB\n-\n', '<h1 id="a">A</h1>\n<h2 id="b">B</h2>\n'],
    ['loose lists', '- a\n\n- b\n', '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n'],
    ['the start of a list', '3. a\n4. b\n', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'],
    ['sub- and superscript', 'H<sub>2</sub>O, 1<sup>st</sup>', '<p>H<sub>2</sub>O, 1<sup>st</sup></p>\n'],
    ['a bare URL', 'See https://a.example.', '<p>See <a href="https://a.example">https://a.example</a>.</p>\n'],
    ['a comment, which is left out', 'One <!-- hidden --> two', '<p>One  two</p>\n'],
  ])('gives %s', async (_, body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });

  it('gives tables with the alignment of their cells', async () => {
    const html = await htmlOf('| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | **4** \\| x |\n');
    expect(html.split('\n')).toEqual([
      '<table>',
      '<thead>',
      '<tr>',
      '<th>a</th>',
      '<th align="left">b</th>',
      '<th align="center">c</th>',
      '<th align="right">d</th>',
      '</tr>',
      '</thead>',
      '<tbody>',
      '<tr>',
      '<td>1</td>',
      '<td align="left">2</td>',
      '<td align="center">3</td>',
      '<td align="right"><strong>4</strong> | x</td>',
      '</tr>',
      '</tbody>',
      '</table>',
      '',
    ]);
  });

  it('gives task lists whose boxes nobody can tick', async () => {
    expect(await htmlOf('- [x] done\n- [ ] open\n')).toBe(
      [
        '<ul class="contains-task-list">',
        '<li class="task-list-item"><input type="checkbox" checked disabled> done</li>',
        '<li class="task-list-item"><input type="checkbox" disabled> open</li>',
        '</ul>',
        '',
      ].join('\n'),
    );
  });

  it('gives footnotes with links there and back that lead somewhere', async () => {
    const html = await htmlOf('One[^a], two[^b], one again[^a].\n\n[^a]: First\n[^b]: *Second*\n');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target);
    expect(ids).toEqual(['fnref-a', 'fnref-b', 'fnref-a-2', 'footnote-label', 'fn-a', 'fn-b']);
    expect(targets).toEqual(['fn-a', 'fn-b', 'fn-a', 'fnref-a', 'fnref-a-2', 'fnref-b']);
  });

  it('gives block quotes, of Markdown and of HTML', async () => {
    expect(await htmlOf('> One\n>\n> > *two*\n')).toBe(
      '<blockquote>\n<p>One</p>\n<blockquote>\n<p><em>two</em></p>\n</blockquote>\n</blockquote>\n',
    );
    expect(await htmlOf('<blockquote>\n\nOne *two*\n\n</blockquote>\n')).toBe(
      '<blockquote>\n<p>One <em>two</em></p>\n</blockquote>\n',
    );
  });

  it('gives nested lists', async () => {
    expect(await htmlOf('- a\n  - b\n    1. c\n- d\n')).toBe(
      '<ul>\n<li>a\n<ul>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n',
    );
  });

  it.each<[string, string, string]>([
    ['a language', '```ts\na < b\n```', '<pre><code class="language-ts">a &#x3C; b\n</code></pre>\n'],
    ['a language and more words', '```ts title="x"\na\n```', '<pre><code class="language-ts">a\n</code></pre>\n'],
    ['a language with signs', '~~~c++\na\n~~~', '<pre><code class="language-c++">a\n</code></pre>\n'],
    ['no language', '```\na\n```', '<pre><code>a\n</code></pre>\n'],
    ['an indentation', '    a\n', '<pre><code>a\n</code></pre>\n'],
  ])('gives code with %s', async (_, body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });

  it('keeps what is harmless in raw HTML', async () => {
    const html = '<details open><summary>More</summary><p lang="de" title="t">Text</p></details>\n';
    expect(await htmlOf(html)).toBe(html);
  });

  it('closes what raw HTML leaves open', async () => {
    expect(await htmlOf('<div><em>One\n\nTwo\n')).toBe('<div><em>One\n<p>Two</p>\n</em></div>');
  });
});

const forbiddenElements =
  /^(?:script|iframe|i?frame|frameset|object|embed|applet|param|svg|math|style|form|button|select|option|textarea|meta|base|link|template|noscript|xmp|plaintext|noembed|noframes|title|audio|video|source|track|canvas|dialog|marquee|portal|slot)$/;
const forbiddenAttributes =
  /^(?:on.*|style|srcdoc|srcset|action|formaction|ping|background|poster|data|httpequiv|name|target|is|slot|contenteditable|autofocus|xlink.*|xmlns.*)$/;
const allowedProtocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** What in a piece of HTML could do harm, as an independent parser reads it. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const pending: Nodes[] = [fromHtml(html, { fragment: true })];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('children' in node) pending.push(...node.children);
    if (node.type !== 'element') continue;
    const { tagName, properties } = node;
    if (forbiddenElements.test(tagName)) dangers.push(`<${tagName}>`);
    if (tagName === 'input' && properties['disabled'] !== true) dangers.push('<input> that is enabled');
    for (const [name, value] of Object.entries(properties)) {
      if (forbiddenAttributes.test(name.toLowerCase())) dangers.push(`${tagName} ${name}`);
      const isUrl = ['href', 'src', 'cite'].includes(name);
      if (isUrl && !isHarmless(String(value))) dangers.push(`${tagName} ${name} ${String(value)}`);
    }
  }
  return dangers;
}

const isHarmless = (url: string): boolean =>
  !URL.canParse(url, 'https://page.example') ||
  allowedProtocols.includes(new URL(url, 'https://page.example').protocol);

const vectors: readonly (readonly [string, string])[] = [
  ['a script block', '<script>alert(1)</script>'],
  ['a script inline', 'a <script>alert(1)</script> b'],
  ['a script in capitals', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>'],
  ['a script with a slash', '<div><script/src=//evil.example/x.js></script></div>'],
  ['a script that is not closed', '<script>alert(1)'],
  ['a script within a script', '<scr<script>ipt>alert(1)</script>'],
  ['a script in a block', '<div><script>alert(1)</script></div>'],
  ['a script in a list item', '- x\n  <script>alert(1)</script>'],
  ['an event handler', '<img src=x onerror=alert(1)>'],
  ['an event handler behind a slash', '<div><img/src="x"/onerror=alert(1)></div>'],
  ['an event handler in capitals', '<img src="x" ONERROR="alert(1)">'],
  ['an event handler inline', 'a <b onmouseover="alert(1)">b</b>'],
  ['an event handler on an unknown element', '<xss onclick="alert(1)">x</xss>'],
  ['an event handler of details', '<details open ontoggle=alert(1)><summary>x</summary></details>'],
  ['an event handler behind a broken quote', '<div><a title="x"onclick="alert(1)">x</a></div>'],
  ['a javascript link', '[x](javascript:alert(1))'],
  ['a javascript link in mixed case', '[x](jAvAsCrIpT:alert(1))'],
  ['a javascript link with entities', '[x](javascript&colon;alert(1))'],
  ['a javascript link with a tab', '<a href="java&#9;script:alert(1)">x</a>'],
  ['a javascript link with a line end', '<a href="java&#10;script:alert(1)">x</a>'],
  ['a javascript link behind a space', '<a href="&#32;javascript:alert(1)">x</a>'],
  ['a javascript link behind a control character', '<a href="&#1;javascript:alert(1)">x</a>'],
  ['a javascript link in numbers', '<a href="&#106;&#97;&#x76;&#97;script:alert(1)">x</a>'],
  ['a javascript link without quotes', '<p><a href=javascript:alert(1)>x</a></p>'],
  ['a javascript link by reference', '[x][y]\n\n[y]: javascript:alert(1)'],
  ['a javascript link as autolink', '<javascript:alert(1)>'],
  ['a javascript picture', '![x](javascript:alert(1))'],
  ['a javascript quote', '<blockquote cite="javascript:alert(1)">x</blockquote>'],
  ['a vbscript link', '[x](vbscript:msgbox(1))'],
  ['a data link', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
  ['a data picture', '![x](data:image/svg+xml,<svg/onload=alert(1)>)'],
  ['a file link', '[x](file:///etc/passwd)'],
  ['svg', '<svg onload=alert(1)><circle r=1></svg>'],
  ['svg with a script', '<svg><script>alert(1)</script></svg>'],
  ['svg with a link', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
  ['svg that hides HTML', '<svg><style><img src=x onerror=alert(1)></style></svg>'],
  ['svg with foreign content', '<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>'],
  ['math', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>'],
  ['math with a link', '<math href="javascript:alert(1)">x</math>'],
  ['an iframe', '<iframe src="https://evil.example"></iframe>'],
  ['an iframe with a document', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['a style', '<style>@import "//evil.example";</style>'],
  ['a style that is not closed', '<style><img src="</style><img src=x onerror=alert(1)>'],
  ['a style attribute', '<p style="background:url(//evil.example)">x</p>'],
  ['a form', '<form action="//evil.example"><input name=q><button>x</button></form>'],
  ['an input with focus', '<input autofocus onfocus=alert(1)>'],
  ['a picture for a button', '<input type="image" src=x onerror=alert(1)>'],
  ['a button', '<button formaction="javascript:alert(1)">x</button>'],
  ['a select', '<select><option><img src=x onerror=alert(1)></option></select>'],
  ['a textarea', '<textarea><img src=x onerror=alert(1)></textarea>'],
  ['meta', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'],
  ['base', '<base href="//evil.example/">'],
  ['link', '<link rel="stylesheet" href="//evil.example/x.css">'],
  ['an object', '<object data="javascript:alert(1)"></object>'],
  ['an embed', '<embed src="javascript:alert(1)">'],
  ['an applet', '<applet code="x"></applet>'],
  ['a template', '<template><script>alert(1)</script></template>'],
  ['a shadow root', '<div><template shadowrootmode="open"><img src=x onerror=alert(1)></template></div>'],
  ['noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
  ['xmp', '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>'],
  ['plaintext', '<plaintext><img src=x onerror=alert(1)>'],
  ['noembed', '<noembed><p title="</noembed><img src=x onerror=alert(1)>"></noembed>'],
  ['a title', '<title><p title="</title><img src=x onerror=alert(1)>"></title>'],
  ['a video', '<video><source onerror=alert(1)></video>'],
  ['an audio', '<audio src=x onerror=alert(1)></audio>'],
  ['srcset', '<img src="/a.png" srcset="javascript:alert(1) 2x">'],
  ['a comment that ends early', '<!--><img src=x onerror=alert(1)>-->'],
  ['a comment that ends with a bang', '<!-- --!><img src=x onerror=alert(1)> -->'],
  ['CDATA', '<![CDATA[ ><img src=x onerror=alert(1)> ]]>'],
  ['a processing instruction', '<?xml ><img src=x onerror=alert(1)>?>'],
  ['a body', '<body onload=alert(1)><img src=x onerror=alert(1)>'],
  ['a tag in code language', '```x"><img/src=x/onerror=alert(1)>\na\n```\n\n<img src=x onerror=alert(1)>'],
  ['a tag that is not closed', '<div><img src=x onerror=alert(1) <b>'],
  ['a name that takes a global', '<img name="getElementById" src="/a.png">'],
  ['a link that opens its maker', '<a href="https://a.example" target="_blank" ping="//evil.example">x</a>'],
  [
    'a table that throws out its content',
    '<table><tr><img src=x onerror=alert(1)><td><form><input></form></td></tr></table>',
  ],
  ['a marquee', '<marquee onstart=alert(1)>x</marquee>'],
];

describe('HTML that could do harm', () => {
  it.each(vectors)('is dangerous before it is cleaned: %s', (_, markdown) => {
    expect(dangersIn(toHtml(markdownToTree(markdown, [])))).not.toEqual([]);
  });

  it.each(vectors)('is left out: %s', async (_, markdown) => {
    const html = await htmlOf(`Safe words before.\n\n${markdown}\n`);
    expect(dangersIn(html)).toEqual([]);
    expect(html).toMatch(/^<p>Safe words before\.<\/p>\n/);
  });

  it.each(vectors)('stays left out when a browser writes the page anew: %s', async (_, markdown) => {
    const html = await htmlOf(`Safe words before.\n\n${markdown}\n`);
    expect(dangersIn(toHtml(fromHtml(html, { fragment: true })))).toEqual([]);
  });

  it.each([
    ['in a heading', '# <img src=x onerror=alert(1)> Title\n', '<h1 id="-title"><img src="x"> Title</h1>\n'],
    ['in a table', '| a |\n| - |\n| <b onclick=x>y</b> |\n', '<td><b>y</b></td>'],
    ['as text', '`<script>` and \\<script>\n', '<p><code>&#x3C;script></code> and &#x3C;script></p>\n'],
    ['around words', '<span onclick="x">kept</span>\n', '<p><span>kept</span></p>\n'],
  ])('leaves the harmless rest: %s', async (_, markdown, rest) => {
    const html = await htmlOf(markdown);
    expect(html.replace('id="title"', 'id="-title"')).toContain(rest);
  });

  it('may nest 200 elements: what stands before is served', async () => {
    const html = await htmlOf(`Before\n\n${'<div>'.repeat(200)}deep${'</div>'.repeat(200)}\n`);
    expect(html).toMatch(/^<p>Before<\/p>\n(<div>){200}deep/);
    expect(dangersIn(html)).toEqual([]);
  });

  it('may hold any number of elements beside each other', async () => {
    const row = '<tr><td>a<td>b<p>c<p>d<li>e<li>f</tr>';
    const html = await htmlOf(`Before\n\n<table>${row.repeat(500)}</table>\n`);
    expect(html.match(/<tr>/g)).toHaveLength(500);
  });

  it('may hold a drawing of any number of elements that close themselves', async () => {
    expect(await htmlOf(`Before\n\n<svg>${'<path d="M0 0"/>'.repeat(1500)}</svg>\n\nAfter\n`)).toContain(
      '<p>After</p>',
    );
  });

  it.each([
    ['5,000 nested elements', `${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}`],
    ['5,000 elements that are left open', '<b><i>'.repeat(2500)],
  ])('takes a page away, and no other one, with %s', async (_, markdown) => {
    const { data } = await apiOf({ 'deep.md': `Before\n\n${markdown}\n`, 'text.md': 'Good\n' }).query(
      '{ deep: page(slug: "deep") { html } good: page(slug: "text") { html } }',
    );
    expect(data).toEqual({ deep: null, good: { html: '<p>Good</p>\n' } });
  });

  it('gives ids to headings and footnotes only', async () => {
    expect(await htmlOf('<div id="a"><p id="b">x</p><a id="c" name="d">y</a></div>\n')).toBe(
      '<div><p>x</p><a>y</a></div>\n',
    );
  });
});

describe('a page as text', () => {
  it('has a line for each paragraph, heading, list item and row', async () => {
    const body = '# Head\n\nOne *two*\nthree\n\n- a\n- b\n\n| h | i |\n| - | - |\n| 1 | 2 |\n\n> q\n';
    expect((await renderingOf(body)).text).toBe('Head\n\nOne two three\n\na\nb\nh\ti\n1\t2\n\nq');
  });

  it('has no markup, no URLs and nothing that is hidden', async () => {
    const body = 'A [link](/secret) `code` <b>bold</b> &amp;<!-- hidden --> ~~old~~<script>alert(1)</script>.\n';
    expect((await renderingOf(body)).text).toBe('A link code bold & old.');
  });

  it('folds white space, also around what is hidden', async () => {
    expect((await renderingOf('One   two <!-- hidden --> three\n')).text).toBe('One two three');
  });

  it('begins a line at a hard line break', async () => {
    expect((await renderingOf('One  \ntwo<br>three\n')).text).toBe('One\ntwo\nthree');
  });

  it('is empty for a page without body', async () => {
    expect(await renderingOf('---\ntitle: One\n---\n')).toEqual({ html: '', text: '', excerpt: '', wordCount: 0 });
  });
});

describe("a page's words", () => {
  it.each([
    ['One two three', 3],
    ['One – two – three!', 3],
    ["It's well-known", 2],
    ['# Head\n\n- a\n- b\n', 3],
    ['[two words](https://long.example/url/with/words)', 2],
    ['3 + 4 = 7', 3],
    ['Grüße, 世界', 2],
    ['***', 0],
  ])('are counted as a reader does: %j', async (body, wordCount) => {
    expect((await renderingOf(body)).wordCount).toBe(wordCount);
  });
});

describe("a page's excerpt", () => {
  const excerptOf = async (body: string, length: number): Promise<string> => (await renderingOf(body, length)).excerpt;

  it('is all of the prose where it is short', async () => {
    expect(await excerptOf('One two\nthree.\n\nFour *five*.\n', 200)).toBe('One two three. Four five.');
  });

  it('leaves out headings, tables, code and rules', async () => {
    const body = '# Head\n\nOne.\n\n| a |\n| - |\n| b |\n\n```\ncode\n```\n\n---\n\n- two\n\n> three\n';
    expect(await excerptOf(body, 200)).toBe('One. two three');
  });

  it('leaves out the heading and the arrows of footnotes', async () => {
    expect(await excerptOf('One[^1].\n\n[^1]: Note\n', 200)).not.toMatch(/Footnotes|↩/);
  });

  it.each([
    [13, 'One two three'],
    [12, 'One two…'],
    [8, 'One two…'],
    [7, 'One…'],
    [3, 'On…'],
    [1, '…'],
  ])('is cut between words to at most %d characters', async (length, excerpt) => {
    expect(await excerptOf('One two three', length)).toBe(excerpt);
  });

  it('does not end with punctuation before the ellipsis', async () => {
    expect(await excerptOf('One, – two three', 9)).toBe('One…');
  });

  it('counts characters and cuts none in two', async () => {
    expect(await excerptOf('🌱🌱🌱🌱🌱', 3)).toBe('🌱🌱…');
    expect(await excerptOf('🌱🌱🌱', 3)).toBe('🌱🌱🌱');
  });

  it.each([0, -1, 10_001])('refuses a length of %d', async (length) => {
    const { errors } = await apiOf({ 'text.md': 'One' }).query(`{ page(slug: "text") { excerpt(length: ${length}) } }`);
    expect(errors?.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      [`Expected "length" to be from 1 to 10000, but got: ${length}.`, 'BAD_USER_INPUT'],
    ]);
  });
});
