import type { ExtractedPartner, Extractor, PartnerText } from './extraction.ts';
import { createItemExtractor } from './item-extractor.ts';
import { readLinkedItem, readPartnerItem } from './list-items.ts';
import type { ItemReaders } from './rule-item.ts';
import { readPartnerHeading } from './sub-headings.ts';
import { readPartnerRow } from './table-rows.ts';

const readers = {
  'linked-item': readLinkedItem,
  item: readPartnerItem,
  'sub-heading': readPartnerHeading,
  'table-row': readPartnerRow,
} satisfies ItemReaders<PartnerText>;

/** Partners are what rules for partners find. */
export const extractPartners: Extractor<ExtractedPartner> = createItemExtractor<PartnerText>('Partner', readers);
