import type { ListItem } from 'mdast';
import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import type { Document, ParsedDocument } from '../document.ts';
import { spanOf } from '../mdast-node.ts';
import type { PageSection } from '../outline.ts';
import type { ExtractionRule, RuleBook } from '../rules.ts';

export interface RuleItem {
  readonly rule: ExtractionRule;
  readonly item: ListItem;
}

/**
 * The items of the lists that stand directly below a heading which a rule names: up to the next heading of any level,
 * because a list below a further heading ("How to join") is about something else. A heading without a list is reported.
 */
export function findRuleItems(
  { document, tree }: ParsedDocument,
  rules: RuleBook,
  report: (diagnostic: Diagnostic) => void,
): readonly RuleItem[] {
  if (!rules.knows(document.language)) return [];
  const found: RuleItem[] = [];
  let current: { section: PageSection; rule: ExtractionRule; before: number } | null = null;
  let sectionIndex = -1;
  const finish = (): void => {
    if (current !== null && found.length === current.before)
      report(foundNothing(document.path, current.rule, current.section));
  };

  for (const block of tree.children) {
    if (block.type === 'heading') {
      finish();
      const section = document.outline.sections[++sectionIndex];
      const rule = section === undefined ? null : rules.find(section.text, document.slug, document.language);
      current = section === undefined || rule === null ? null : { section, rule, before: found.length };
    } else if (block.type === 'list' && current !== null) {
      const { rule } = current;
      found.push(...block.children.map((item) => ({ rule, item })));
    }
  }
  finish();
  return found;
}

function foundNothing(path: string, rule: ExtractionRule, section: PageSection): Diagnostic {
  return createDiagnostic({
    code: 'rule-found-nothing',
    path,
    message: `rule "${rule.name}" expected a list below the heading "${[...section.parents, section.text].join(' > ')}", but found none`,
    hint: 'Write one list item for each, directly below the heading, or reword the heading.',
    at: { line: section.startLine, column: 1 },
  });
}

export function skippedItem(document: Document, { rule, item }: RuleItem, expected: string): Diagnostic {
  const span = spanOf(item);
  return createDiagnostic({
    code: 'rule-skipped-item',
    path: document.path,
    message: `rule "${rule.name}" expected ${expected}, but found another list item`,
    hint: 'Write it like the items beside it, or move it out of the list.',
    at: { line: span.startLine + document.bodyLine - 1, column: span.startColumn },
  });
}
