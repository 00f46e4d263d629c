import { tests } from 'commonmark-spec';
import { describe, expect, test } from 'vitest';
import { inlineText } from '../../src/content/inline-text.ts';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { type NodeId, type NodeType, rootNode, type SyntaxTree } from '../../src/content/syntax-tree.ts';

/** A node as its type, its piece of the text and what is in it. */
function outlineOf(tree: SyntaxTree, text: string, node: NodeId): readonly unknown[] {
  const source = text.slice(tree.startOf(node), tree.endOf(node));
  return [tree.typeOf(node), source, ...tree.childrenOf(node).map((child) => outlineOf(tree, text, child))];
}

const blocksOf = (text: string) => {
  const tree = parseMarkdown(text);
  return tree.childrenOf(rootNode).map((block) => outlineOf(tree, text, block));
};

const valuesOf = (text: string, type: NodeType) => {
  const tree = parseMarkdown(text);
  return tree.nodesOf(type).map((node) => tree.valueOf(node));
};

describe('a syntax tree', () => {
  test('holds blocks and what is in them, each with its piece of the text', () => {
    expect(blocksOf('# Über *uns* 🚀\n\n- [x](/ä) `y`\n\n> <b>\n')).toEqual([
      ['heading', '# Über *uns* 🚀', ['text', 'Über '], ['emphasis', '*uns*', ['text', 'uns']], ['text', ' 🚀']],
      [
        'list',
        '- [x](/ä) `y`',
        [
          'listItem',
          '- [x](/ä) `y`',
          ['paragraph', '[x](/ä) `y`', ['link', '[x](/ä)', ['text', 'x']], ['text', ' '], ['inlineCode', '`y`']],
        ],
      ],
      ['blockquote', '> <b>', ['html', '<b>']],
    ]);
  });

  test('knows lines and columns', () => {
    const tree = parseMarkdown('ä\n\n> é *a\n> b*\n');
    const [node = rootNode] = tree.nodesOf('emphasis');
    expect([tree.startLineOf(node), tree.startColumnOf(node), tree.endLineOf(node)]).toEqual([3, 5, 4]);
  });

  test.each([
    ['word for word', 'One [two', ['One [two']],
    ['behind letters of several bytes', 'Ä 世界 🚀 *in* ü', ['Ä 世界 🚀 ', 'in', ' ü']],
    ['without backslashes and with entities read', 'a \\* b &auml; &amp; c', ['a * b ä & c']],
    ['over the lines of a quote', '> one\n> two', ['one\ntwo']],
    ['behind a byte order mark', '\uFEFFone *two*', ['one ', 'two']],
    ['behind a byte order mark and umlauts', '\uFEFFän *öd*', ['än ', 'öd']],
  ])('holds texts %s', (_, text, values) => {
    expect(valuesOf(text, 'text')).toEqual(values);
  });

  test('holds what nodes carry beside their text', () => {
    const text =
      '![ä *b*](i.png "t") ![c][É]\n\n[é]: /d "e"\n[F g]: <h i>\n\n[F G]\n\n```js x\ny\n```\n\n[^N]\n\n[^n]: o\n';
    const tree = parseMarkdown(text);
    expect(tree.nodesOf('image', 'imageReference').map((node) => tree.altOf(node))).toEqual(['ä b', 'c']);
    expect(tree.nodesOf('image').map((node) => tree.urlOf(node))).toEqual(['i.png']);
    expect(tree.nodesOf('imageReference', 'linkReference').map((node) => tree.identifierOf(node))).toEqual([
      'é',
      'f g',
    ]);
    const definitions = tree.nodesOf('definition').map((node) => [tree.identifierOf(node), tree.urlOf(node)]);
    expect(definitions).toEqual([
      ['é', '/d'],
      ['f g', 'h i'],
    ]);
    expect(tree.nodesOf('code').map((node) => tree.valueOf(node))).toEqual(['y']);
    expect(tree.nodesOf('footnoteReference', 'footnoteDefinition').map((node) => tree.identifierOf(node))).toEqual([
      'n',
      'n',
    ]);
  });

  test('gives nodes of several types in their order, and none where there is none', () => {
    const tree = parseMarkdown('a <b> c [d](e) <i>\n\n[f]: g\n');
    const typed = tree.nodesOf('html', 'text').map((node) => [tree.typeOf(node), tree.valueOf(node)]);
    expect(typed).toEqual([
      ['text', 'a '],
      ['html', '<b>'],
      ['text', ' c '],
      ['text', 'd'],
      ['text', ' '],
      ['html', '<i>'],
    ]);
    expect(tree.nodesOf('table')).toEqual([]);
    expect(tree.nodesOf('table', 'definition')).toHaveLength(1);
  });

  test('tells how deep it is', () => {
    const depths = ['', 'a', '> a', '> > a'].map((text) => parseMarkdown(text).depth);
    expect(depths).toEqual([0, 2, 3, 4]);
  });

  test('ties each node of the CommonMark examples to the one that it is in', () => {
    for (const { markdown } of tests) {
      const tree = parseMarkdown(markdown);
      const pending = [rootNode];
      for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        const children = tree.childrenOf(node);
        expect(children).toEqual(Array.from({ length: tree.childCountOf(node) }, (_, at) => tree.childOf(node, at)));
        expect(children.every((child) => tree.parentOf(child) === node)).toBe(true);
        expect(tree.nodesOf(tree.typeOf(node))).toContain(node);
        pending.push(...children);
      }
    }
  });

  test('has the words of the CommonMark examples', () => {
    const words = ['*foo bar*\n', '\\## foo\n', '`` foo ` bar ``\n', '[link](/uri "title")\n', '&copy; &AElig;\n'];
    const read = words.map((text) => inlineText(parseMarkdown(text), rootNode));
    expect(read).toEqual(['foo bar', '## foo', 'foo ` bar', 'link', '© Æ']);
  });
});
