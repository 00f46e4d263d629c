import type { ExtractionRule } from '../../../src/content/rules.ts';
import type { MessageRow } from './message-row.ts';

const board: ExtractionRule = {
  name: 'board',
  type: 'Partner',
  pages: null,
  headings: { en: ['Board'] },
  item: 'item',
  expected: null,
};

/** What is said of partners and of the items of rules, but for what `extraction.test.ts` and `rules.test.ts` assert. */
export const ruleMessages: readonly MessageRow[] = [
  {
    text: '# Partners\n\n- [A](https://a.example)\n- [A AG](https://b.example)\n',
    code: 'partner-repeated',
    severity: 'warning',
    line: 4,
    column: 1,
    message: 'expected a name of its own, but "A AG" is that of "A" above, too: both are one partner',
    hint: 'Tell them apart by more than punctuation and legal form, or delete one.',
  },
  {
    rules: [board],
    text: '# Board\n\n- A\n\nb\n\n- C\n',
    code: 'rule-skipped-item',
    severity: 'warning',
    line: 7,
    column: 1,
    message: 'rule "board" expected one list below its heading, but found a further one, which is left out',
    hint: 'Join the lists, or give the further one a heading of its own.',
  },
  {
    rules: [board],
    text: '# Board\n\n-\n',
    code: 'rule-skipped-item',
    severity: 'warning',
    line: 3,
    column: 1,
    message: 'rule "board" expected a list item with text, but found another list item',
    hint: 'Write it like the items beside it, or move it out of the list.',
  },
];
