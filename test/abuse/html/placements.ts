/** A text of one page, and what in it is hostile. */
export interface Sample {
  /** Names the vector and its place where a test fails. */
  readonly name: string;
  readonly text: string;
}

type Place = readonly [name: string, write: (vector: string) => string];

const oneLine = (html: string): string => html.replace(/\s*\n\s*/g, ' ');
const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Where a piece of HTML can stand. */
const markupPlaces: readonly Place[] = [
  ['a block', (html) => `Before\n\n${html}\n\nAfter\n`],
  ['a paragraph', (html) => `Before ${html} after\n`],
  ['an element', (html) => `<div>${html}</div>\n`],
  ['a heading', (html) => `# ${oneLine(html)}\n\nText\n`],
  ['an underlined heading', (html) => `${oneLine(html)}\n===\n`],
  ['a list item', (html) => `- ${oneLine(html)}\n- x\n`],
  ['a goal', (html) => `## Goals\n\n- More ${oneLine(html)}\n`],
  ['a partner', (html) => `## Partners\n\n- [P ${oneLine(html)}](https://p.example), ${oneLine(html)}\n`],
  [
    'a cell',
    (html) =>
      `| a ${oneLine(html).replaceAll('|', '\\|')} | b |\n| - | - |\n| ${oneLine(html).replaceAll('|', '\\|')} | c |\n`,
  ],
  ['a quote', (html) => `> ${oneLine(html)}\n`],
  ['a footnote', (html) => `x[^n]\n\n[^n]: ${oneLine(html)}\n`],
  ['the words of a link', (html) => `[${oneLine(html)}](/a)\n`],
  ['the title of a link', (html) => `[x](/a "${quoted(oneLine(html))}")\n`],
  ['the title of a link, open', (html) => `[x](/a '${oneLine(html)}')\n`],
  ['the target of a link', (html) => `[x](<${oneLine(html).replace(/[<>]/g, '\\$&')}>) [y](/a#${encodeURI(html)})\n`],
  ['the words of a picture', (html) => `![${oneLine(html)}](/a.png)\n`],
  ['the title of a picture', (html) => `![x](/a.png "${quoted(oneLine(html))}")\n`],
  ['the title of a definition', (html) => `[x][y] ![x][y]\n\n[y]: /a "${quoted(oneLine(html))}"\n`],
  [
    'a label',
    (html) => `[x][${oneLine(html).replace(/[[\]]/g, '\\$&')}]\n\n[${oneLine(html).replace(/[[\]]/g, '\\$&')}]: /a\n`,
  ],
  [
    'the info of code',
    (html) => `\`\`\`${oneLine(html).replaceAll('`', '')}\nx\n\`\`\`\n\n~~~js ${oneLine(html)}\nx\n~~~\n`,
  ],
  ['code', (html) => `\`\` ${oneLine(html)} \`\`\n\n~~~\n${html}\n~~~\n`],
  ['an attribute', (html) => `<a title="${html.replaceAll('"', '&quot;')}" href="/a">x</a>\n`],
  [
    'the frontmatter',
    (html) => `---\ntitle: ${JSON.stringify(html)}\ndescription: ${JSON.stringify(html)}\n---\nText\n`,
  ],
];

/** Where an address can stand. */
const urlPlaces: readonly Place[] = [
  ['a link', (url) => `[x](${url})\n`],
  ['a link in brackets', (url) => `[x](<${url.replace(/[<>]/g, '\\$&')}>)\n`],
  ['a link by reference', (url) => `[x][y] [y]\n\n[y]: <${url.replace(/[<>]/g, '\\$&')}> "t"\n`],
  ['an autolink', (url) => `<${url}>\n`],
  ['a picture', (url) => `![x](<${url.replace(/[<>]/g, '\\$&')}>)\n`],
  ['a picture in a link', (url) => `[![x](${url})](${url})\n`],
  ['a heading', (url) => `# [x](<${url.replace(/[<>]/g, '\\$&')}>)\n`],
  ['a goal', (url) => `## Goals\n\n- [x](${url}) ![y](${url})\n`],
  ['a partner', (url) => `## Partners\n\n- [P](${url})\n- [Q](<${url.replace(/[<>]/g, '\\$&')}>), x\n`],
  ['a cell', (url) => `| a |\n| - |\n| [x](${url}) |\n`],
  [
    'HTML',
    (url) => `<p><a href="${url.replaceAll('"', '&quot;')}">x</a> <img src="${url.replaceAll('"', '&quot;')}"></p>\n`,
  ],
  ['HTML without quotes', (url) => `<p><a href=${url.replaceAll(' ', '&#32;')}>x</a></p>\n`],
  [
    'HTML of a quote',
    (url) =>
      `<blockquote cite="${url.replaceAll('"', '&quot;')}">x</blockquote> <q cite='${url.replaceAll("'", '&#39;')}'>y</q>\n`,
  ],
  [
    'HTML of media',
    (url) =>
      `<p><video src="${url}"></video><iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}"></p>\n`,
  ],
];

export const samplesOf = (
  markup: readonly (readonly [string, string])[],
  urls: readonly (readonly [string, string])[],
): readonly Sample[] => [...placed(markup, markupPlaces), ...placed(urls, urlPlaces)];

const placed = (vectors: readonly (readonly [string, string])[], places: readonly Place[]): readonly Sample[] =>
  vectors.flatMap(([vector, text]) =>
    places.map(([place, write]) => ({ name: `${vector} in ${place}`, text: write(text) })),
  );
