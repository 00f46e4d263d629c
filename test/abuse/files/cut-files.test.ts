import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../../src/content/renderer.ts';
import { snapshotOf } from '../../support/content.ts';

/** A document with everything that means something in it. */
const whole = Buffer.from(`\uFEFF---
title: "Über \\u0041lles – 'ganz'"
slug: über-alles
language: de-AT
translationKey: all
date: 2026-05-01
description: >
  Was in einem Dokument
  stehen kann 🌱
template: 'home'
tags: [eins, {zwei: 2}, &drei "drei"]
more: *drei
meta:
  - a: ~
    b: |
      Text
---

# Über uns

Text *mit* **Ton**, ~~ohne~~ \`Code\`, &auml; und \\* [einem](/ziel "Titel") Link.

## Unsere Partner

- [Seed Bank](https://seeds.example/ä?b=1#c), gibt [Samen][s]
- <https://water.example/>

## Ziele

1. Mehr![Bild](b.png)
2. [x] Weniger[^1] <b title="a">fett</b>

| Tag | Liter |
| :-- | ----: |
| 1   | 20 \\| |

> Zitat
> - darin

~~~js
code();
~~~

<details><summary>Mehr</summary>
<!-- versteckt -->
<svg><a xlink:href="javascript:x">y</a></svg></details>

[s]: /samen 'Samen'
[^1]: Fußnote mit www.example.org
`);

const lengths = Array.from({ length: whole.length + 1 }, (_, length) => length);

/** What becomes of a file that holds this many of its bytes, as the codes that are told and the titles that are served. */
function cutAt(length: number) {
  const { indexes, diagnostics } = snapshotOf(
    { 'de/cut.md': whole.subarray(0, length), 'de/good.md': '# Gut\n' },
    {},
    { view: 'everything' },
  );
  const renderer = createRenderer();
  for (const page of indexes.Page.all) {
    for (const section of page.sections) renderer.sectionHtml(page, section);
    renderer.pageText(page);
    expect(renderer.pageHtml(page)).not.toMatch(/javascript|<svg|<!--/);
  }
  for (const goal of indexes.Goal.all) renderer.goalHtml(goal);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { paths: indexes.Page.all.map(({ source }) => source.path), errors, diagnostics };
}

describe('a good file that is cut off', () => {
  const cuts = lengths.map(cutAt);

  test('is served, or refused with one error, after every byte', () => {
    const outcomes = cuts.map(({ paths, errors }) => [paths.includes('de/cut.md'), errors.length]);
    expect(outcomes.filter(([isServed, count]) => isServed !== (count === 0) || count === 2)).toEqual([]);
    expect(cuts.filter(({ errors }) => errors.length > 1)).toEqual([]);
  });

  test('takes no other file with it', () => {
    expect(cuts.filter(({ paths }) => !paths.includes('de/good.md'))).toEqual([]);
  });

  test('never surprises who reads it', () => {
    const codes = new Set(cuts.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      'body-malformed-table',
      'body-unclosed-code',
      'document-empty',
      'file-encoding',
      'frontmatter-unclosed',
      'link-undefined',
      'rule-found-nothing',
      'rule-skipped-item',
    ]);
  });

  test('is told within its lines', () => {
    const lineCounts = lengths.map((length) => whole.subarray(0, length).toString().split('\n').length);
    const places = cuts.flatMap(({ diagnostics }, length) =>
      diagnostics.map(({ line, column }) => line >= 1 && column >= 1 && line <= (lineCounts[length] ?? 0)),
    );
    expect(places).not.toContain(false);
  });

  test('is refused while a character is cut in two, or the frontmatter is open', () => {
    const fenceEnd = whole.indexOf('\n---\n') + 4;
    const codeOf = (length: number): string | undefined => cuts[length]?.errors[0]?.code;
    expect([1, 2, fenceEnd - 1].map(codeOf)).toEqual(['file-encoding', 'file-encoding', 'frontmatter-unclosed']);
    expect([fenceEnd, whole.length].map(codeOf)).toEqual([undefined, undefined]);
  });
});
