import type { ContentNode, NodeType, PageNode } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import type { OrderKey, SortKey } from './contract.ts';
import { type FieldKind, fieldOf } from './list-fields.ts';

/** The sort key of a node in the default order: that of its page, and for what stands on a page the number there. */
export function sourceKeyOf(node: ContentNode, snapshot: Snapshot): SortKey {
  if (node.type === 'Page') return pageKey(node);
  const page = snapshot.nodes.get(node.type === 'Partner' ? node.placeId : node.pageId);
  return [...(page?.type === 'Page' ? pageKey(page) : ['', '', '']), node.position];
}

/** Whether two sort keys of the default order are of one page, whatever its file is called. */
export const isOfSamePage = (a: SortKey, b: SortKey): boolean => a[0] === b[0] && a[1] === b[1];

/** A key that comes before all of those of the same page. */
export const beginningOfPage = (key: SortKey): SortKey => key.slice(0, 2);

/** Compares item by item, by UTF-16 code units and by number; a shorter key comes before what it begins. */
export function compareSortKeys(a: SortKey, b: SortKey): number {
  for (const [index, item] of a.entries()) {
    const other = b[index];
    if (item === other) continue;
    if (other === undefined) return 1;
    return (item ?? 0) < (other ?? 0) ? -1 : 1;
  }
  return a.length - b.length;
}

/** Whether something has the form of a sort key in an order of a type's nodes. */
export function isSortKey(value: unknown, type: NodeType, order: readonly OrderKey[]): value is SortKey {
  const forms =
    order.length === 0 ? sourceForms[type] : order.map(({ field }) => valueForms[fieldOf(type, field).kind]);
  return Array.isArray(value) && value.length === forms.length && forms.every((form, index) => form(value[index]));
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isNumberOrNull = (value: unknown): boolean => value === null || isNumber(value);

type Form = (value: unknown) => boolean;

const onPage = [isText, isText, isText, isNumber];
const sourceForms: Readonly<Record<NodeType, readonly Form[]>> = {
  Page: [isText, isText, isText],
  Partner: onPage,
  Goal: onPage,
  Link: onPage,
};

const valueForms: Readonly<Record<FieldKind, Form>> = {
  text: isTextOrNull,
  day: isTextOrNull,
  linkKind: isTextOrNull,
  number: isNumberOrNull,
  boolean: isNumberOrNull,
};

const pageKey = ({ path, language, source }: PageNode): SortKey => [path, language, source.path];
