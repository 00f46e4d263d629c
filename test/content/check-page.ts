import { inlineText } from '../../src/content/inline-text.ts';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { type NodeId, rootNode, type SyntaxTree } from '../../src/content/syntax-tree.ts';
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
  const tree = parseMarkdown(text);
  const [title, severity] = tree.childrenOf(rootNode);
  const sections = sectionsOf(tree);
  const [meaning] = sections.get('What it means') ?? [];
  const sourceOf = (node: NodeId | undefined): string =>
    node === undefined ? '' : text.slice(tree.startOf(node), tree.endOf(node));
  const codeBelow = (heading: string) => codeOf(tree, sections.get(heading) ?? [], text);
  return {
    title: title !== undefined && tree.typeOf(title) === 'heading' ? inlineText(tree, title) : '',
    severity: sourceOf(severity),
    sentence: /^.*?\.(?= |$)/s.exec(sourceOf(meaning))?.[0] ?? '',
    headings: [...sections.keys()],
    fails: filesOf(codeBelow('Fails')),
    passes: filesOf(codeBelow('Passes')),
    options: codeBelow('Options')[0]?.value ?? null,
    noExample: /<!-- example: none, because (.+) -->/.exec(text)?.[1] ?? null,
  };
}

/** What stands below each heading of level 2. */
function sectionsOf(tree: SyntaxTree): ReadonlyMap<string, readonly NodeId[]> {
  const sections = new Map<string, NodeId[]>();
  let open: NodeId[] = [];
  for (const block of tree.childrenOf(rootNode)) {
    if (tree.typeOf(block) === 'heading' && tree.levelOf(block) === 2) {
      open = [];
      sections.set(inlineText(tree, block), open);
    } else open.push(block);
  }
  return sections;
}

interface CodeBlock {
  /** The line of the fence that opens it. */
  readonly fence: string;
  readonly value: string;
}

const codeOf = (tree: SyntaxTree, blocks: readonly NodeId[], text: string): readonly CodeBlock[] =>
  blocks
    .filter((block) => tree.typeOf(block) === 'code')
    .map((block) => ({ fence: text.slice(tree.startOf(block)).split('\n', 1)[0] ?? '', value: tree.valueOf(block) }));

function filesOf(blocks: readonly CodeBlock[]): Files {
  const files = blocks.map(({ fence, value }) => {
    const path = / title="(.+)"$/.exec(fence)?.[1];
    if (path === undefined) throw new Error(`expected title="path of a file" behind the fence, but got: ${fence}`);
    return [path, `${value}\n`] as const;
  });
  return Object.fromEntries(files);
}
