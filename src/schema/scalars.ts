import { Kind, print, type ValueNode } from 'graphql';
import { canonicalLanguage, suggestLanguage } from '../content/language-tag.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

builder.scalarType('Language', {
  description: 'A language tag of BCP 47 (RFC 5646) in canonical form, such as `de`, `de-AT` or `zh-Hant`.',
  serialize: (value) => value,
  parseValue: (value) => parseLanguage(value),
  parseLiteral: (node) => parseLanguage(node.kind === Kind.STRING ? node.value : null, node),
});

function parseLanguage(value: unknown, node?: ValueNode): string {
  const tag = typeof value === 'string' ? canonicalLanguage(value) : null;
  if (tag !== null) return tag;
  const suggestion = typeof value === 'string' ? suggestLanguage(value) : null;
  const found = (node === undefined ? JSON.stringify(value) : print(node)).slice(0, 80);
  const didYouMean = suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
  throw badUserInput(`Expected a BCP 47 language tag such as "de", but got: ${found}.${didYouMean}`, node);
}

builder.scalarType('Date', {
  description: 'A day of the calendar, `YYYY-MM-DD` (RFC 3339, full-date).',
  serialize: (value) => value,
});

builder.scalarType('DateTime', {
  description: 'An instant in UTC, such as `2026-11-23T09:30:00.000Z` (RFC 3339, date-time).',
  serialize: (value) => value,
});

builder.scalarType('URL', {
  description: 'An absolute URL with `http` or `https`, as the content writes it.',
  serialize: (value) => value,
});

builder.scalarType('JSON', {
  description: 'Any JSON value (RFC 8259).',
  serialize: (value) => value,
});
