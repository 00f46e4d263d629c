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
  const pageHtml = remember(renderHtml, maximumBytes / 4);
  const pageText = remember(renderText, maximumBytes / 8);
  const pageProse = remember(renderProse, maximumBytes / 8);
  const sectionHtml = remember(renderHtml, maximumBytes / 4);
  const sectionText = remember(renderText, maximumBytes / 8);
  const goalHtml = remember(renderInlineHtml, maximumBytes / 8);
  return {
    pageHtml: (page) => pageHtml(page.digest, () => inputOfPage(page)),
    pageText: (page) => pageText(page.digest, () => inputOfPage(page)),
    pageProse: (page) => pageProse(page.digest, () => inputOfPage(page)),
    sectionHtml: (page, section) => sectionHtml(sectionKey(page, section), () => inputOfSection(page, section)),
    sectionText: (page, section) => sectionText(sectionKey(page, section), () => inputOfSection(page, section)),
    goalHtml: (goal) => goalHtml(`${goal.digest} ${goal.position}`, () => inputOfGoal(goal)),
  };
}

/** By what the bytes of a file say, so that it holds over revisions while they stay. */
function remember(render: (input: RenderInput) => string, maximumBytes: number) {
  const rendered = new LRUCache<string, string>({
    maxSize: Math.floor(maximumBytes),
    // two bytes a character at most
    sizeCalculation: (value, key) => (value.length + key.length) * 2 + 128,
  });
  return (key: string, inputOf: () => RenderInput): string => {
    const known = rendered.get(key);
    if (known !== undefined) return known;
    const value = render(inputOf());
    rendered.set(key, value);
    return value;
  };
}

const sectionKey = (page: PageNode, section: PageSection): string => `${page.digest} ${section.start}`;

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

const inputOfGoal = ({ markdown, definitions }: GoalNode): RenderInput => ({ markdown, anchors: [], definitions });
