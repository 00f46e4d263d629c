import type { ExtractedGoal, Extractor, GoalText } from './extraction.ts';
import { createItemExtractor } from './item-extractor.ts';
import { readGoalItem } from './list-items.ts';
import type { ItemReaders } from './rule-item.ts';
import { readGoalHeading } from './sub-headings.ts';
import { readGoalRow } from './table-rows.ts';

const readers = {
  'linked-item': readGoalItem,
  item: readGoalItem,
  'sub-heading': readGoalHeading,
  'table-row': readGoalRow,
} satisfies ItemReaders<GoalText>;

/** Goals are what rules for goals find. */
export const extractGoals: Extractor<ExtractedGoal> = createItemExtractor<GoalText>('Goal', readers);
