import type { GoalNode } from '../nodes.ts';
import type { JoinedPage } from './joined-page.ts';
import { goalReferences } from './page-references.ts';

/** The goals of a page; their translations are the goals in the same position of the page's translations. */
export function goalNodes(page: JoinedPage, translations: readonly JoinedPage[]): readonly GoalNode[] {
  const { place, extraction, document } = page;
  if (extraction.goals.length === 0) return [];
  const references = goalReferences(page);
  const others = translations.map(goalReferences);
  const { definitions } = document.outline;
  return extraction.goals.map((goal, index) =>
    Object.freeze({
      type: 'Goal',
      id: references[index]?.id ?? '',
      language: place.language,
      text: goal.text,
      markdown: goal.markdown,
      definitions,
      digest: page.digest,
      position: index + 1,
      pageId: place.id,
      translationIds: Object.freeze(others.flatMap((goals) => goals[index]?.id ?? [])),
      source: goal.source,
    }),
  );
}
