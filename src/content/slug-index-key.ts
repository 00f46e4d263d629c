import { normalized } from './normalized.ts';

/** Under which a slug of a language is found: however its characters are composed. */
export const slugIndexKey = (language: string, slug: string): string => `${language}\0${normalized(slug)}`;
