import { inventedPartners } from './partners.ts';
import { createRandom, type Random } from './random.ts';
import { type ByLanguage, type Language, languages, type Section } from './sections.ts';

/** A file of the corpus; `path` is below its root. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

export interface DocumentPairInput {
  /** Which one, from 0. */
  readonly index: number;
  /** How many pairs there are: links lead to any of them. */
  readonly count: number;
  readonly sections: readonly Section[];
}

/** Bytes of a document, on average over both languages. */
const documentSize = 5600;
const pairsOfFolder = 250;
const linksOfPage = 6;

/** A document in both languages: sections of the project's own content in a new order, and links to others. */
export function documentPair({ index, count, sections }: DocumentPairInput): readonly CorpusFile[] {
  const random = createRandom(index + 1);
  const targets = Array.from({ length: linksOfPage }, () => random.below(count)).filter((target) => target !== index);
  const shuffled = random.shuffled(sections);
  const frame = { index, targets, day: dayOf(random), topic: shuffled[0]?.heading ?? { en: '', de: '' } };
  const frameSize = sizeOf({ en: textOf('en', frame, []), de: textOf('de', frame, []) });
  const chosen = chooseSections(shuffled, documentSize - frameSize);
  return languages.map((language) => ({
    path: `${language}${placeOf(index)}.md`,
    text: textOf(language, frame, chosen),
  }));
}

/** Slug of a document, the same in both languages. */
const slugOf = (index: number): string => `note-${String(index + 1).padStart(6, '0')}`;

/** Path on the site, without language. */
const placeOf = (index: number): string =>
  `/topic-${String(Math.floor(index / pairsOfFolder) + 1).padStart(3, '0')}/${slugOf(index)}`;

interface Frame {
  readonly index: number;
  readonly targets: readonly number[];
  readonly day: string;
  readonly topic: ByLanguage<string>;
}

const words: ByLanguage<Record<'note' | 'about' | 'with' | 'see' | 'number', string>> = {
  en: { note: 'Note', about: 'What is said here of', with: 'Made together with', see: 'Related', number: 'Part' },
  de: { note: 'Notiz', about: 'Was hier steht zu', with: 'Entstanden mit', see: 'Verwandtes', number: 'Teil' },
};

function textOf(language: Language, { index, targets, day, topic }: Frame, sections: readonly Section[]): string {
  const { note, about, with: together, see, number } = words[language];
  const partner = index % 4 === 0 ? inventedPartners[(index / 4) % inventedPartners.length] : undefined;
  const title = `${note} ${index + 1}: ${topic[language]}`.replaceAll("'", "''");
  const description = `${about} "${topic[language]}", ${note} ${index + 1}.`.replaceAll("'", "''");
  return [
    `---\ntitle: '${title}'\ndescription: '${description}'\ndate: '${day}'\nlanguage: '${language}'`,
    `authors:\n    - name: 'Sovereign Cloud Stack'\nslug: '${slugOf(index)}'\ntemplate: 'post'\n---\n`,
    ...sections.map(({ markdown }, place) => `${markdown[language]}\n\n${number} ${index + 1}.${place + 1}.\n`),
    ...(partner === undefined ? [] : [`${together} [${partner.name}](${partner.url}).\n`]),
    `## ${see}\n`,
    ...targets.map((target) => `- [${note} ${target + 1}](${placeOf(target)})`),
    '',
  ].join('\n');
}

/** Sections in their order until the size is reached as nearly as can be. */
function chooseSections(sections: readonly Section[], size: number): readonly Section[] {
  const chosen: Section[] = [];
  let missing = size;
  for (const section of sections) {
    const own = sizeOf(section.markdown) + 15;
    if (missing < own / 2) break;
    chosen.push(section);
    missing -= own;
  }
  return chosen;
}

/** Bytes, on average over the languages. */
const sizeOf = (texts: ByLanguage<string>): number =>
  languages.reduce((sum, language) => sum + Buffer.byteLength(texts[language]), 0) / languages.length;

function dayOf(random: Random): string {
  const [year, month, day] = [2021 + random.below(5), 1 + random.below(12), 1 + random.below(28)];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
