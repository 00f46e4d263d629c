import { describe, expect, it } from 'vitest';
import { type Files, snapshotWith } from '../../support/content.ts';

const found = (files: Files) =>
  snapshotWith(files).diagnostics.filter(({ code }) => code === 'translation-untranslated');

/** Path and line of what is said. */
const places = (files: Files) => found(files).map(({ path, line }) => `${path}:${line}`);

const page = (title: string, body = ''): string => `---\nslug: page\ntitle: ${JSON.stringify(title)}\n---\n${body}`;

/** A German and an English page with the same title, beside texts of the site. */
const sameTitle = (title: string, german = '', english = '', further: Files = {}): Files => ({
  'de/page.md': page(title, german),
  'en/page.md': page(title, english),
  ...further,
});

const texts: Files = {
  'de/garden.md': '---\ntitle: Garten\n---\n\nIm Garten wachsen Bohnen. Release 4 liegt bei.\n',
  'en/garden.md': '---\ntitle: Garden\n---\n\nBeans grow here. The third one was picked and shown in spring.\n',
};

describe('a title that is still in the other language', () => {
  it('is told with the page that it comes from, and the words that show it', () => {
    expect(found(sameTitle('SCS R5 released', '', '', texts))).toEqual([
      {
        code: 'translation-untranslated',
        severity: 'warning',
        message: 'expected a title in de, but found that of en/page.md: "SCS R5 released"',
        hint: 'Translate it: "released" is in no other text in de.',
        path: 'de/page.md',
        line: 3,
        column: 1,
      },
    ]);
  });

  it.each([
    ['common words, on a site without other texts', 'About us'],
    ['a common word alone', 'Welcome'],
    ['a common word among names', 'Bean Festival published'],
    ['a common word behind a name in capitals', 'SCS: what we do'],
    ['a common word that begins it', 'Contact'],
    ['words of instructions', 'Getting started'],
    ['words of questions', 'How to join'],
    ['a word of announcements', 'SCS R5 released'],
    ['a word of lists', 'Latest articles'],
  ])('is found by %s: %s', (_, title) => {
    expect(places(sameTitle(title))).toEqual(['de/page.md:3']);
  });

  it('is found by two words in small letters that other texts have', () => {
    expect(places(sameTitle('SCS R5 picked and shown', '', '', texts))).toEqual(['de/page.md:3']);
  });

  it('is found by two words in small letters that other texts have with a capital', () => {
    const further = { ...texts, 'en/c.md': page('Harvested, Sown').replace('page', 'c') };
    expect(places(sameTitle('SCS R5 sown, harvested', '', '', further))).toEqual(['de/page.md:3']);
  });

  it('is found on the page in the default language, too', () => {
    expect(places(sameTitle('Über uns'))).toEqual(['en/page.md:3']);
    expect(places(sameTitle('Neuigkeiten', '', '', texts))).toEqual(['en/page.md:3']);
  });

  it('is found again on each page that has it', () => {
    const further = {
      'de/b.md': page('SCS R6 released').replace('page', 'b'),
      'en/b.md': page('SCS R6 released').replace('page', 'b'),
    };
    expect(places(sameTitle('SCS R5 released', '', '', { ...texts, ...further }))).toHaveLength(2);
  });

  it('is found where the first heading gives it', () => {
    expect(places({ 'de/a.md': 'Hallo.\n\n# Welcome to us\n', 'en/a.md': '# Welcome to us\n' })).toEqual(['de/a.md:3']);
  });

  it('is found although a heading repeats it', () => {
    const body = '\n## SCS R5 released\n\nText.\n';
    expect(places(sameTitle('SCS R5 released', body, body, texts))).toEqual(['de/page.md:3']);
  });

  it('is told once where several languages have it', () => {
    const files = { 'de/a.md': page('About us'), 'en/a.md': page('About us'), 'fr/a.md': page('About us') };
    expect(places(files)).toEqual(['de/a.md:3', 'fr/a.md:3']);
  });

  it('is told once where variants of a language have it', () => {
    const files = { 'de/a.md': page('About us'), 'en/a.md': page('About us'), 'en-GB/a.md': page('About us') };
    expect(found(files).map(({ message }) => message)).toEqual([
      'expected a title in de, but found that of en/a.md: "About us"',
    ]);
  });
});

describe('an equal title that can be right', () => {
  it.each([
    ['names', 'SCS Summit 2025'],
    ['a name in capitals', 'WHO'],
    ['a name with capitals in it', 'openDesk'],
    ['an address', 'example.org'],
    ['loan words', 'News'],
    ['small words that names have', 'Code of Conduct'],
    ['a word that nobody knows', 'Brassica oleracea'],
    ['a person', 'Ada Lovelace'],
    ['numbers', '2025'],
    ['small words of names', 'Privacy by Design'],
    ['common words within a loan word', 'Know-how'],
    ['one word in small letters that other texts have', 'SCS R5 shown'],
  ])('is left alone: %s', (_, title) => {
    expect(found(sameTitle(title, '', '', texts))).toEqual([]);
  });

  it.each([
    'Team',
    'Blog',
    'Newsletter',
    'Workshop',
    'Hackathon',
    'Community',
    'Support',
    'Podcast',
    'Software',
    'Cloud',
    'Hotel',
    'Roadmap',
    'Meetup',
  ])('because it is a loan word, which the other language has in small letters: %s', (title) => {
    const english = `This ${title.toLowerCase()} is for all of us, and we are glad that it is there.\n`;
    expect(found(sameTitle(title, 'Das ist für alle da, und wir freuen uns.\n', english, texts))).toEqual([]);
  });

  it('because the body has its words', () => {
    expect(found(sameTitle('SCS released', 'Das Wort released steht hier.\n', '', texts))).toEqual([]);
  });

  it('because another title has its words', () => {
    const further = { ...texts, 'de/c.md': page('Der Released-Effekt').replace('page', 'c') };
    expect(found(sameTitle('SCS released', '', '', further))).toEqual([]);
  });

  it('because a partner is called so', () => {
    const further = { ...texts, 'en/network.md': '## Partners\n\n- [Welcome Spring AG](https://a.example)\n' };
    expect(found(sameTitle('Welcome', '', '', further))).toEqual([]);
  });

  it('because it may be a name, as capitals are', () => {
    const english = 'We grow in the spring, and we have shown it.\n';
    expect(found(sameTitle('Spring Shown', '', english))).toEqual([]);
  });

  it('because other texts have it as a name, too', () => {
    expect(found(sameTitle('Ledger', '', 'We grow it with Ledger.\n', texts))).toEqual([]);
  });

  it('because it is an address', () => {
    expect(found(sameTitle('Forum shown.example', '', '', texts))).toEqual([]);
  });

  it('because the file name gives it', () => {
    expect(found({ 'de/about-us.md': 'Text.\n', 'en/about-us.md': 'Text.\n' })).toEqual([]);
  });

  it('because both are variants of one language', () => {
    expect(found({ 'en/a.md': page('About us'), 'en-GB/a.md': page('About us') })).toEqual([]);
  });

  it('because little is known of a language', () => {
    expect(found({ 'sv/a.md': page('Kontakt'), 'de/a.md': page('Kontakt') })).toEqual([]);
    expect(places({ 'sv/a.md': page('About us'), 'en/a.md': page('About us') })).toEqual(['sv/a.md:3']);
  });

  it('because it is not quite equal', () => {
    expect(found({ 'de/a.md': page('About'), 'en/a.md': page('About us') })).toEqual([]);
  });
});

const english = 'We look after the garden, and they water it when there is no rain.\n';

describe('a body that is still in the other language', () => {
  it('is told at its first line', () => {
    const files = { 'de/a.md': `---\ntitle: Garten\n---\n\n\n${english}`, 'en/a.md': english.replace(' and', '\nand') };
    expect(found(files)).toEqual([
      {
        code: 'translation-untranslated',
        severity: 'warning',
        message: 'expected text in de, but found that of en/a.md',
        hint: 'Translate it, or delete the file until there is a translation.',
        path: 'de/a.md',
        line: 6,
        column: 1,
      },
    ]);
  });

  it('is found on the page in the default language, too', () => {
    const german = 'Wir pflegen den Garten, und sie gießen ihn, wenn es nicht regnet.\n';
    expect(places({ 'de/a.md': german, 'en/a.md': german })).toEqual(['en/a.md:1']);
  });

  it('is found in a language of which little is known', () => {
    expect(places({ 'sv/a.md': english, 'en/a.md': english })).toEqual(['sv/a.md:1']);
    const words = Array.from({ length: 25 }, (_, index) => `ord${String.fromCharCode(97 + index)}`).join(' ');
    expect(places({ 'sv/a.md': words, 'en/a.md': words })).toEqual(['en/a.md:1']);
    expect(places({ 'sv/a.md': words, 'fi/a.md': words })).toEqual(['sv/a.md:1']);
  });

  it('is no evidence for the language of titles', () => {
    const body = 'We have released it to them, and they are glad that we did.\n';
    const files = sameTitle('SCS released', '', '', { 'de/b.md': body, 'en/b.md': body });
    expect(places(files)).toEqual(['de/b.md:1', 'de/page.md:3']);
  });
});

describe('an equal body that can be right', () => {
  it.each([
    ['nothing', '\n'],
    ['an address', 'Bean Alliance\nPariser Platz 6a\n10117 Berlin\n<info@bean.example>\n'],
    ['code', '```sh\nwhat is it that you have for us\n```\n'],
    ['both languages', `${english}\nWir pflegen den Garten, und sie gießen ihn, wenn es nicht regnet.\n`],
  ])('is left alone: %s', (_, body) => {
    expect(found({ 'de/a.md': body, 'en/a.md': body })).toEqual([]);
  });

  it('is left alone in variants of one language', () => {
    const words = Array.from({ length: 25 }, (_, index) => `ord${String.fromCharCode(97 + index)}`).join(' ');
    expect(found({ 'en/a.md': english, 'en-GB/a.md': english })).toEqual([]);
    expect(found({ 'sv/a.md': words, 'sv-FI/a.md': words })).toEqual([]);
  });
});

describe('a description', () => {
  const described = (description: string, key = 'description'): Files => {
    const text = key === 'meta' ? `meta:\n  description: ${description}` : `description: ${description}`;
    return { 'de/a.md': `---\ntitle: Eins\n${text}\n---\n`, 'en/a.md': `---\ntitle: First\n${text}\n---\n` };
  };

  it('that is still in the other language is told with its beginning', () => {
    const text = 'All that you ever wanted to know about beans, peas and the weather';
    expect(found(described(text))).toEqual([
      {
        code: 'translation-untranslated',
        severity: 'warning',
        message:
          'expected a description in de, but found that of en/a.md: "All that you ever wanted to know about beans, peas and the w…"',
        hint: 'Translate it: "that", "you" and "about" are in no other text in de.',
        path: 'de/a.md',
        line: 3,
        column: 1,
      },
    ]);
  });

  it('is found below "meta"', () => {
    expect(places(described('What you should know', 'meta'))).toEqual(['de/a.md:3']);
  });

  it('is no evidence for another one that is the same', () => {
    const files = {
      ...described('Beans are shown to us'),
      'de/b.md': '---\ntitle: Zwei\ndescription: Beans are shown to us\n---\n',
    };
    expect(places(files)).toEqual(['de/a.md:3']);
  });

  it.each([
    ['of fewer words', 'About our beans'],
    ['of names', 'Bean Pea Kale 2025 Berlin'],
    ['with one common word', 'Bean Pea Kale Berlin: welcome'],
  ])('%s is left alone', (_, text) => {
    expect(found(described(text))).toEqual([]);
  });

  it('of names with a motto is left alone', () => {
    const files = {
      ...described('Sovereign Cloud Stack – one platform'),
      'en/b.md': 'This platform is one of many.\n',
    };
    expect(found(files)).toEqual([]);
  });
});
