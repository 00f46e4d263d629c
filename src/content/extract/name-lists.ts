import type { Extractor, NameList } from './extraction.ts';

/** Lists of short pieces of plain text. */
export const extractNameLists: Extractor<NameList> = () => [];
