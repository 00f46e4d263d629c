import fc from 'fast-check';
import { createDiagnostic } from '../../src/content/diagnostic.ts';
import type { SourceEntry } from '../../src/content/source-entry.ts';

/** A page as its editor sees it: frontmatter by key, blocks of Markdown, and how the file is broken. */
interface RandomPage {
  readonly fields: Readonly<Record<string, string>>;
  readonly blocks: readonly string[];
  readonly damage: Damage;
}

type Damage = 'none' | 'yaml' | 'fence' | 'encoding' | 'conflict' | 'unreadable';

/** One change of a folder by an editor; most leave something of what was there before. */
export type Edit =
  | { readonly kind: 'write'; readonly path: string; readonly page: RandomPage }
  | { readonly kind: 'field'; readonly path: string; readonly key: string; readonly value: string | null }
  | { readonly kind: 'block'; readonly path: string; readonly index: number; readonly block: string | null }
  | { readonly kind: 'damage'; readonly path: string; readonly damage: Damage }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string };

/** Few words, so that slugs, titles, partners and anchors often meet. */
const word = fc.constantFrom('oak', 'Oak', 'ash', 'élan', 'OSISM', 'Beta AG', '林');
const folder = fc.constantFrom('en/', 'de/', 'de-AT/', 'en/news/', 'de/news/', 'en/partners/', 'de/partners/', '');
const ending = fc.constantFrom('.md', '.md', '.md', '.de.md', '.MD');
const path = fc.tuple(folder, word, ending).map((parts) => parts.join(''));

const fields: Readonly<Record<string, fc.Arbitrary<string>>> = {
  title: word,
  slug: word,
  language: fc.constantFrom('en', 'de', 'fr', 'de-AT', 'nonsense_'),
  translationKey: word,
  description: fc.constantFrom('TODO', 'An oak is a tree.', 'Eine Eiche ist ein Baum.'),
  date: fc.constantFrom('2026-01-01', 'todo'),
  name: word,
  url: fc.constantFrom('https://a.example', 'https://b.example/x', 'nowhere'),
};

const prose = [
  'The oak is a tree that grows slowly, and it is the home of many small animals that live in the forest.',
  'Die Eiche ist ein Baum, der langsam wächst, und sie ist das Zuhause von vielen kleinen Tieren im Wald.',
];
const list = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');
const words = fc.array(word, { minLength: 1, maxLength: 4 });

const block: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(word, word).map(([text, target]) => `[${text}](/${target}) and [${text}](${target}.md#${text})\n`),
  fc
    .tuple(word, folder, word)
    .map(([text, place, target]) => `[${text}](/${place}${target}#${text}), [here](#${text})\n`),
  word.map((text) => `[${text}](https://site.example/${text}?x=1#${text}) and [${text}]\n`),
  word.map((text) => `[${text}]: /${text}\n`),
  word.map((text) => `![${text}](/${text}.png) and [file](../${text}.pdf)\n`),
  fc.tuple(fc.constantFrom('#', '##', '####'), word).map(([marks, text]) => `${marks} ${text}\n`),
  word.map((text) => `<a id="${text}"></a>\n`),
  words.map(
    (names) => `## Partners\n\n${list(names.map((name) => `[${name}](https://${name.length}.example/${name})`))}`,
  ),
  words.map((names) => `## Partner\n\n${list(names)}`),
  words.map((names) => `## Goals\n\n${list(names)}`),
  words.map((names) => `## Ziele\n\n${list(names.map((name) => `${name} mit [${name}](/${name})`))}`),
  words.map(list),
  words.map((names) => `We work with ${names.join(', ')} and their friends.\n`),
  fc.constantFrom(...prose).map((text) => `${text}\n`),
);

const damage: fc.Arbitrary<Damage> = fc.constantFrom(
  'none',
  'none',
  'yaml',
  'fence',
  'encoding',
  'conflict',
  'unreadable',
);
const randomPage: fc.Arbitrary<RandomPage> = fc.record({
  fields: fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>,
  blocks: fc.array(block, { maxLength: 5 }),
  damage: fc.constantFrom('none', 'none', 'none', 'none', 'yaml', 'unreadable'),
});

const fieldEdit = fc
  .constantFrom(...Object.keys(fields))
  .chain((key) =>
    fc.record({ kind: fc.constant('field' as const), path, key: fc.constant(key), value: fieldValue(key) }),
  );

function fieldValue(key: string): fc.Arbitrary<string | null> {
  return fc.option(fields[key] ?? word, { freq: 3 });
}

const index = fc.nat({ max: 5 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), path, page: randomPage }) },
  { weight: 6, arbitrary: fieldEdit },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('block' as const), path, index, block: fc.option(block, { freq: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('damage' as const), path, damage }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
);

/** What a folder holds at first. */
export const randomPages = fc.uniqueArray(fc.tuple(path, randomPage), { selector: ([at]) => at, maxLength: 9 });

/** Edits that come together. */
export const randomEdits = fc.array(edit, { minLength: 1, maxLength: 4 });

/** A folder in the memory, which editors change. */
export interface EditedFolder {
  edit(edits: readonly Edit[]): EditedPaths;
  /** What lies at a path that has a file. */
  entryAt(path: string): SourceEntry;
  paths(): readonly string[];
}

interface EditedPaths {
  /** With a file that is new or was written. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

export function createEditedFolder(first: readonly (readonly [string, RandomPage])[]): EditedFolder {
  const pages = new Map(first);
  return {
    edit(edits) {
      const touched = new Set<string>();
      for (const item of edits) for (const [at, page] of changesOf(item, pages)) put(at, page);
      return {
        written: [...touched].filter((at) => pages.has(at)),
        removed: [...touched].filter((at) => !pages.has(at)),
      };

      function put(at: string, page: RandomPage | null): void {
        touched.add(at);
        if (page === null) pages.delete(at);
        else pages.set(at, page);
      }
    },
    entryAt: (at) => entryOf(at, pages.get(at) ?? emptyPage),
    paths: () => [...pages.keys()],
  };
}

const emptyPage: RandomPage = { fields: {}, blocks: [], damage: 'none' };

/** What lies where after an edit. An edit of a path without a file means one of those that are there. */
function changesOf(item: Edit, pages: ReadonlyMap<string, RandomPage>): readonly Change[] {
  const at = item.kind === 'write' || pages.has(item.path) ? item.path : nearest(item.path, [...pages.keys()]);
  const page = pages.get(at) ?? emptyPage;
  if (item.kind === 'write') return [[at, item.page]];
  if (item.kind === 'damage') return [[at, { ...page, damage: item.damage }]];
  if (item.kind === 'remove') return [[at, null]];
  if (item.kind === 'field') return [[at, { ...page, fields: withField(page, item.key, item.value) }]];
  if (item.kind === 'block') return [[at, { ...page, blocks: withBlock(page, item.index, item.block) }]];
  const moved: readonly Change[] = [
    [at, null],
    [item.to, page],
  ];
  return pages.has(at) ? moved : [];
}

type Change = readonly [path: string, page: RandomPage | null];

const nearest = (wanted: string, paths: readonly string[]): string => paths[wanted.length % paths.length] ?? wanted;

function withField({ fields: old }: RandomPage, key: string, value: string | null): RandomPage['fields'] {
  const { [key]: _old, ...others } = old;
  return value === null ? others : { ...others, [key]: value };
}

function withBlock({ blocks }: RandomPage, at: number, added: string | null): readonly string[] {
  return blocks.toSpliced(at, 1, ...(added === null ? [] : [added]));
}

function entryOf(at: string, page: RandomPage): SourceEntry {
  if (page.damage !== 'unreadable') return { path: at, bytes: bytesOf(page) };
  const message = 'could not be read (EACCES)';
  return { path: at, problem: createDiagnostic({ code: 'file-unreadable', path: at, message }) };
}

function bytesOf({ fields: values, blocks, damage }: RandomPage): Uint8Array {
  const keys = Object.entries(values).map(([key, value]) => `${key}: ${value}\n`);
  const [before, after] = damageTexts[damage];
  const fence = damage === 'fence' ? '' : '---\n';
  const text = Buffer.from(`---\n${keys.join('')}${before}${fence}\n${blocks.join('\n')}${after}`);
  return damage === 'encoding' ? Uint8Array.of(...text, 0xff) : Uint8Array.from(text);
}

/** What breaks a document: at the end of its frontmatter, and at its own end. */
const damageTexts: Readonly<Record<Damage, readonly [string, string]>> = {
  none: ['', ''],
  yaml: ['title: a: b\n', ''],
  fence: ['', ''],
  encoding: ['', ''],
  conflict: ['', '\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> theirs\n'],
  unreadable: ['', ''],
};
