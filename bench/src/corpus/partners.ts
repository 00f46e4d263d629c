import type { ByLanguage } from './sections.ts';

/** A partner that nobody is. */
export interface Partner {
  readonly name: string;
  readonly url: string;
}

const syllables = 'ar bo cel dun el far gor hin is jo kal lum mir no or pel quin ros sol tur'.split(' ');
const count = 33;

/** With the 17 of the project's own content they are 50. */
export const inventedPartners: readonly Partner[] = Array.from({ length: count }, (_, index) => {
  const [a, b, c] = [index, index * 7 + 3, index * 11 + 5].map((place) => syllables[place % syllables.length] ?? '');
  return { name: `${capital(a)}${b} ${capital(c)}${index + 1} GmbH`, url: `https://p${index + 1}.example` };
});

const list = inventedPartners.map(({ name, url }) => `- [${name}](${url})`).join('\n');

/** A page that lists them. */
export const partnersPage: ByLanguage<string> = {
  en: page({ title: 'Alliance', description: 'Who else takes part.', heading: 'Project partners' }),
  de: page({ title: 'Bündnis', description: 'Wer sonst noch mitwirkt.', heading: 'Projektpartner' }),
};

function page({ title, description, heading }: { title: string; description: string; heading: string }): string {
  return `---\ntitle: '${title}'\ndescription: '${description}'\nslug: 'alliance'\n---\n\n## ${heading}\n\n${list}\n`;
}

function capital(word = ''): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
