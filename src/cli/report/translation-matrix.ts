import { languageChain } from '../../content/language-chain.ts';
import type { LanguageFacts } from '../../content/language-facts.ts';
import type { PageNode } from '../../content/nodes.ts';
import type { Snapshot } from '../../content/snapshot.ts';

/** One page in all its languages. */
export interface MatrixRow {
  /** On the site, in the default language or the best there is for it. */
  readonly path: string;
  /** Paths of files below the content root by language tag; `null` where the page is missing. */
  readonly files: Readonly<Record<string, string | null>>;
}

export interface TranslationMatrix {
  /** By tag. */
  readonly languages: readonly LanguageFacts[];
  /** By path. */
  readonly rows: readonly MatrixRow[];
}

export function translationMatrixOf(snapshot: Snapshot): TranslationMatrix {
  const chain = languageChain(snapshot.defaultLanguage, snapshot);
  const tags = snapshot.languages.map(({ tag }) => tag);
  const rows = groupsOf(snapshot).map((group) => rowOf(group, { tags, chain }));
  return { languages: snapshot.languages, rows: rows.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))) };
}

export const hasGap = ({ files }: MatrixRow): boolean => Object.values(files).includes(null);

/** Every page with its translations, each once, by file. */
function groupsOf({ indexes, nodes }: Snapshot): readonly (readonly PageNode[])[] {
  const seen = new Set<string>();
  return indexes.Page.all.flatMap((page) => {
    if (seen.has(page.id)) return [];
    const translations = page.translationIds.flatMap((id) => {
      const node = nodes.get(id);
      return node?.type === 'Page' ? [node] : [];
    });
    const group = [page, ...translations];
    for (const { id } of group) seen.add(id);
    return [group];
  });
}

interface Languages {
  readonly tags: readonly string[];
  /** To take the path from, the best first. */
  readonly chain: readonly string[];
}

function rowOf(group: readonly PageNode[], { tags, chain }: Languages): MatrixRow {
  const pageIn = (tag: string): PageNode | undefined => group.find(({ language }) => language === tag);
  const best = chain.map(pageIn).find((page) => page !== undefined) ?? group[0];
  return {
    path: best?.path ?? '',
    files: Object.fromEntries(tags.map((tag) => [tag, pageIn(tag)?.source.path ?? null])),
  };
}
