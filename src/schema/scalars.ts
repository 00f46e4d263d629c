import { type GraphQLError, Kind, print, type ValueNode } from 'graphql';
import { calendarDay } from '../content/date.ts';
import { canonicalLanguage, suggestLanguage } from '../content/language-tag.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

builder.scalarType('Language', {
  description: 'A language tag of BCP 47 (RFC 5646) in canonical form, such as `de`, `de-AT` or `zh-Hant`.',
  serialize: (value) => value,
  parseValue: (value) => parseLanguage(value),
  parseLiteral: (node) => (node.kind === Kind.STRING ? parseLanguage(node.value, node) : refuseLiteral(node)),
});

function parseLanguage(value: unknown, node?: ValueNode): string {
  const tag = typeof value === 'string' ? canonicalLanguage(value) : null;
  if (tag !== null) return tag;
  throw notALanguage(shown(value, node), typeof value === 'string' ? suggestLanguage(value) : null, node);
}

/** `language: de` without quotes is a common mistake. */
function refuseLiteral(node: ValueNode): never {
  const word = node.kind === Kind.ENUM ? node.value : '';
  throw notALanguage(shown(word, node), canonicalLanguage(word) ?? (word === '' ? null : suggestLanguage(word)), node);
}

function notALanguage(found: string, suggestion: string | null, node?: ValueNode): GraphQLError {
  const didYouMean = suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
  return badUserInput(`Expected a BCP 47 language tag such as "de", but got: ${found}.${didYouMean}`, node);
}

builder.scalarType('Date', {
  description: 'A day of the calendar, `YYYY-MM-DD` (RFC 3339, full-date).',
  serialize: (value) => value,
  parseValue: (value) => parseDate(value),
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null, node),
});

function parseDate(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && calendarDay(value) === value) return value;
  throw badUserInput(`Expected a day of the calendar such as "2026-11-23", but got: ${shown(value, node)}.`, node);
}

/** What a client wrote, cut where it is long. */
const shown = (value: unknown, node?: ValueNode): string =>
  (node === undefined ? JSON.stringify(value) : print(node)).slice(0, 80);

/** Scalars that only come out: the content has their form already. */
const outputScalars = {
  DateTime: 'An instant in UTC, such as `2026-11-23T09:30:00.000Z` (RFC 3339, date-time).',
  URL: 'An absolute URL with `http` or `https`, as the content writes it.',
  JSON: 'Any JSON value (RFC 8259).',
} as const;

for (const name of ['DateTime', 'URL', 'JSON'] as const) {
  builder.scalarType(name, { description: outputScalars[name], serialize: (value) => value });
}
