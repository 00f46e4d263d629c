import * as fc from 'fast-check';

/** UTF-16 code units as they come: halves of surrogate pairs, NUL, and everything else that a text can hold. */
export const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'B', ' ', '-', '\u00e4', '\u20ac', '\u{1f331}', '\0', '\ufffd', '\ud83c', '\udf31'),
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  ),
  maxLength: 12,
});

const words = fc
  .array(
    fc.constantFrom(
      'seed',
      'Gr\u00f6\u00dfe',
      'network',
      '\u{1f331}',
      '\u20ac5',
      'na\u00efve',
      '&amp;',
      '`code`',
      '*bold*',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => list.join(' '));

const address = fc.constantFrom(
  'https://example.org/a?b=c',
  'http://EXAMPLE.com:80/x',
  'https://xn--bcher-kva.example/',
  'https://b\u00fccher.example/',
  'mailto:a@example.org',
  'tel:+49',
  '#seed',
  '/network',
  '../files/report.pdf',
  '//example.net',
);

const link = fc.tuple(words, address).map(([text, url]) => `[${text}](${url})`);
const inline = fc.oneof(
  words,
  link,
  address.map((url) => `<${url}>`),
  words.map((text) => `![${text}](images/a.png)`),
  words.map((text) => `<a id="x" href="/raw">${text}</a>`),
  fc.constantFrom('[ref]', '[ref][Ref]', '[^note]', '<br>'),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

const block = fc.oneof(
  line,
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  fc.array(line, { minLength: 1, maxLength: 5 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.array(words, { minLength: 3, maxLength: 5 }).map((items) => items.map((item) => `* ${item}`).join('\n')),
  fc.tuple(line, line).map(([a, b]) => `| ${a} | b |\n| --- | --- |\n| ${b} | c |`),
  line.map((text) => `> ## ${text}\n>\n> ${text}`),
  fc.constantFrom(
    '[ref]: https://example.org/ref "title"',
    '[^note]: A note with a [link](/noted).',
    '---',
    '```\n# no\n```',
  ),
  fc
    .constantFrom('## Partners', '## Our goals', '# Partner', '## Ziele')
    .chain((heading) =>
      fc
        .array(link, { minLength: 1, maxLength: 4 })
        .map((items) => `${heading}\n\n${items.map((it) => `- ${it}: what it does`).join('\n')}`),
    ),
);

const scalar = fc.oneof(
  words.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '1',
    '-0',
    '1.5',
    'true',
    'null',
    '~',
    '"\\ud83c"',
    '"\\0"',
    '2026-11-24',
    '[1, [a, {b: c}], {}]',
    '{__proto__: {x: 1}}',
  ),
);
const key = fc.constantFrom(
  'title',
  'slug',
  'description',
  'date',
  'template',
  '__proto__',
  'constructor',
  '"10"',
  'meta',
  'x',
);
const frontmatter = fc
  .uniqueArray(fc.tuple(key, scalar), { selector: ([name]) => name, maxLength: 5 })
  .map((entries) =>
    entries.length === 0 ? '' : `---\n${entries.map(([name, value]) => `${name}: ${value}\n`).join('')}---\n`,
  );

/** Whole files: frontmatter, blocks of every kind, and line ends, byte order marks and NUL as files have them. */
export const anyFile = fc
  .tuple(
    frontmatter,
    fc.array(block, { maxLength: 8 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '', '\ufeff'),
    fc.constantFrom('', '\n', '\0', '\n\n'),
  )
  .map(([head, blocks, lineEnd, mark, end]) =>
    Buffer.from(mark + (head + blocks.join('\n\n') + end).replaceAll('\n', lineEnd)),
  );
