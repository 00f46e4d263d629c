import { LRUCache } from 'lru-cache';
import type { GoalNode, PageNode } from './nodes.ts';
import type { PageSection } from './outline.ts';
import { type RenderInput, renderHtml, renderInlineHtml, renderProse, renderText } from './render.ts';

/** Makes HTML and text of nodes when they are asked for, and remembers the latest within a bound. */
export interface Renderer {
  pageHtml(page: PageNode): string;
  pageText(page: PageNode): string;
  /** The page's text without headings, code and tables. */
  pageProse(page: PageNode): string;
  sectionHtml(page: PageNode, section: PageSection): string;
  sectionText(page: PageNode, section: PageSection): string;
  goalHtml(goal: GoalNode): string;
}

/** Bytes of memory, over all kinds of rendering together. */
const defaultMaximumBytes = 48 * 1024 * 1024;

export function createRenderer(maximumBytes: number = defaultMaximumBytes): Renderer {
  const pageHtml = remember<PageNode>(renderHtml, maximumBytes / 4);
  const pageText = remember<PageNode>(renderText, maximumBytes / 8);
  const pageProse = remember<PageNode>(renderProse, maximumBytes / 8);
  const sectionHtml = remember<PageSection>(renderHtml, maximumBytes / 4);
  const sectionText = remember<PageSection>(renderText, maximumBytes / 8);
  const goalHtml = remember<GoalNode>(renderInlineHtml, maximumBytes / 8);
  return {
    pageHtml: (page) => pageHtml(page, () => inputOfPage(page)),
    pageText: (page) => pageText(page, () => inputOfPage(page)),
    pageProse: (page) => pageProse(page, () => inputOfPage(page)),
    sectionHtml: (page, section) => sectionHtml(section, () => inputOfSection(page, section)),
    sectionText: (page, section) => sectionText(section, () => inputOfSection(page, section)),
    goalHtml: (goal) => goalHtml(goal, () => ({ markdown: goal.markdown, anchors: [], definitions: goal.definitions })),
  };
}

/** Nodes never change, so what was rendered of one holds as long as the node does. */
function remember<Key extends PageNode | PageSection | GoalNode>(
  render: (input: RenderInput) => string,
  maximumBytes: number,
) {
  const rendered = new LRUCache<Key, string>({
    maxSize: Math.floor(maximumBytes),
    // two bytes a character at most; an entry keeps its node in memory, too, when that is no longer served
    sizeCalculation: (value, key) => (value.length + ('body' in key ? key.body.length : 0)) * 2 + 128,
  });
  return (key: Key, inputOf: () => RenderInput): string => {
    const known = rendered.get(key);
    if (known !== undefined) return known;
    const value = render(inputOf());
    rendered.set(key, value);
    return value;
  };
}

/** The whole page holds its own definitions. */
function inputOfPage(page: PageNode): RenderInput {
  return { markdown: page.body, anchors: page.headings.map(({ anchor }) => anchor), definitions: null };
}

function inputOfSection(page: PageNode, section: PageSection): RenderInput {
  return {
    markdown: page.body.slice(section.start, section.end),
    anchors: page.headings.slice(section.headingStart, section.headingEnd).map(({ anchor }) => anchor),
    definitions: page.definitions,
  };
}
