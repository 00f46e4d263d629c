import type { Code, Root, RootContent } from 'mdast';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { inlineText } from '../../src/content/mdast-node.ts';
import type { Files } from '../support/content.ts';

/** A page of `docs/checks`, taken apart. */
export interface CheckPage {
  readonly title: string;
  /** What stands below the title: severity, and whether it can be changed. */
  readonly severity: string;
  /** The first sentence of "What it means". */
  readonly sentence: string;
  /** Headings below the title, in their order. */
  readonly headings: readonly string[];
  /** Blocks of code with a `title` below "Fails" and "Passes": files by path. */
  readonly fails: Files;
  readonly passes: Files;
  /** The block of code below "Options": YAML as in a configuration file. */
  readonly options: string | null;
  /** Why there is no example: `<!-- example: none, because ... -->`. */
  readonly noExample: string | null;
}

export function readCheckPage(text: string): CheckPage {
  const root = parseMarkdown(text);
  const [title, severity] = root.children;
  const sections = sectionsOf(root);
  const [meaning] = sections.get('What it means') ?? [];
  return {
    title: title?.type === 'heading' ? inlineText(title) : '',
    severity: severity === undefined ? '' : sourceOf(severity, text),
    sentence: /^.*?\.(?= |$)/s.exec(meaning === undefined ? '' : sourceOf(meaning, text))?.[0] ?? '',
    headings: [...sections.keys()],
    fails: filesOf(sections.get('Fails')),
    passes: filesOf(sections.get('Passes')),
    options: codeOf(sections.get('Options'))[0]?.value ?? null,
    noExample: /<!-- example: none, because (.+) -->/.exec(text)?.[1] ?? null,
  };
}

/** What stands below each heading of level 2. */
function sectionsOf(root: Root): ReadonlyMap<string, readonly RootContent[]> {
  const sections = new Map<string, RootContent[]>();
  let open: RootContent[] = [];
  for (const block of root.children) {
    if (block.type === 'heading' && block.depth === 2) {
      open = [];
      sections.set(inlineText(block), open);
    } else open.push(block);
  }
  return sections;
}

function filesOf(blocks: readonly RootContent[] | undefined): Files {
  const files = codeOf(blocks).map(({ meta, value }) => {
    const path = /^title="(.+)"$/.exec(meta ?? '')?.[1];
    if (path === undefined) throw new Error(`expected title="path of a file" behind the fence, but got: ${meta}`);
    return [path, `${value}\n`] as const;
  });
  return Object.fromEntries(files);
}

const codeOf = (blocks: readonly RootContent[] = []): readonly Code[] =>
  blocks.filter((block) => block.type === 'code');

const sourceOf = ({ position }: RootContent, text: string): string =>
  text.slice(position?.start.offset, position?.end.offset);
