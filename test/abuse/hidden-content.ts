import type { Files } from '../support/content.ts';

/** Stands in every text of what is hidden, and nowhere else. */
export const canary = 'zanzibar';

/** When the tests take place. */
export const testTime = new Date('2026-06-01T12:00:00Z');

const document = (fields: Readonly<Record<string, string>>, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n${body}`;

const own = { title: canary, description: `About ${canary}`, template: canary, secret: `[${canary}]` };
const body = `# ${canary}

Prose of ${canary} that names Open Club and Beta Works. See [${canary}](/garden#${canary}), [home](/index), [x](https://${canary}.example) and
![${canary}](/${canary}.png).

## Partners

- [${canary} AG](https://${canary}.example/partner): works on ${canary}
- [Beta Works](https://beta.example): ${canary}
- [Open Club](https://${canary}.example/club)

## Goals

- Reach ${canary}
- [Look at ${canary}](/garden)

### Part of ${canary}

More about ${canary}.
`;

/** What anybody may read. It links to what is hidden, and names it. */
export const visibleFiles: Files = {
  'en/index.md': document(
    { title: 'Home' },
    '# Home\n\n[Plans](/plans), [old](old.md), [later](/later#part), [garden](/garden)\n',
  ),
  'en/garden.md': document(
    { title: 'Garden', expireAt: '2026-06-01T12:00:00.001Z', publishAt: '2026-06-01T12:00Z', date: '2026-01-01' },
    `# Garden\n\nOpen Club meets here.\n\n## Partners\n\n- [Beta Works](https://beta.example): builds\n- [Gamma](https://gamma.example)\n\n## Goals\n\n- Grow\n- Water\n\n[index](/index)\n`,
  ),
  'de/garden.md': document(
    { title: 'Garten', draft: 'false' },
    '# Garten\n\n## Ziele\n\n- Wachsen\n- [Giessen](/plans)\n',
  ),
  'en/news/first.md': document(
    { title: 'First', translationKey: 'k', date: '2026-02-02' },
    'Text with [plans](/plans).\n',
  ),
  'en/partners/gamma.md': document({ name: 'Gamma', url: 'https://gamma.example' }, 'A partner.\n'),
  'en/broken.md': '---\ntitle: a: b\n---\n',
};

/** What nobody may read, hidden in every way that there is. */
export const hiddenFiles: Files = {
  'en/plans.md': document({ ...own, draft: 'true' }, body),
  'de/plans.md': document({ ...own, draft: 'true' }, body),
  'en/old.md': document({ ...own, expireAt: '2026-06-01T14:00:00+02:00' }, body),
  'en/later.md': document({ ...own, publishAt: '2026-06-01T12:00:00.001Z' }, body),
  'en/never.md': document({ ...own, publishAt: '2026-01-02', expireAt: '2026-01-01' }, body),
  'en/unreadable.md': document({ ...own, publishAt: canary }, body),
  'en/undecided.md': document({ ...own, draft: `${canary}?` }, body),
  'de/index.md': document({ ...own, draft: 'true' }, body),
  'fr/garden.md': document({ ...own, draft: 'true' }, body),
  [`sw/${canary}.md`]: document({ ...own, draft: 'true' }, body),
  [`en/${canary}/index.md`]: document({ ...own, draft: 'true', date: '2026-03-03' }, body),
  'de/news/erste.md': document({ ...own, draft: 'true', translationKey: 'k' }, body),
  // where that of a page of the public would be
  'en/a-garden.md': document({ ...own, draft: 'true', slug: 'garden', language: 'en' }, body),
  'en/news/a-first.md': document({ ...own, draft: 'true', translationKey: 'k', slug: 'first' }, body),
  'en/partners/beta.md': document({ ...own, name: 'Beta Works', url: `https://beta.example`, draft: 'true' }, body),
  [`en/partners/${canary}.md`]: document(
    { ...own, name: canary, url: `https://${canary}.example`, draft: 'true' },
    body,
  ),
  [`en/${canary}-yaml.md`]: `---\ndraft: true\n${canary}: a: b\n---\n\n${body}`,
  [`en/${canary}-conflict.md`]: document({ ...own, draft: 'true' }, `<<<<<<< HEAD\n${canary}\n=======\nx\n>>>>>>> x\n`),
  [`en/${canary}-fence.md`]: `---\ndraft: true\ntitle: ${canary}\n\n${body}`,
  [`en/${canary}-json.md`]: `{ "title": "${canary}", "draft": true }\n\n${body}`,
  [`en/${canary}-unfenced.md`]: `title: ${canary}\ndraft: true\n---\n\n${body}`,
  [`en/${canary}-space.md`]: document({ ...own, 'draft\u00a0': 'true' }, body),
  [`en/${canary}-jekyll.md`]: document({ ...own, published: 'false' }, body),
  [`_drafts/${canary}-folder.md`]: document({ ...own, draft: 'false' }, body),
  [`en/${canary}-bytes.md`]: Buffer.from(`---\ndraft: true\ntitle: ${canary} \u00e4\n---\n`, 'latin1'),
};
