import { z } from 'zod';
import { expecting } from './expecting.ts';
import { textThat } from './value-schemas.ts';

const wholeNumber = expecting('a whole number from 0');

/** What is said about the answers of the server. */
export const responsesSchema = z.strictObject(
  {
    cacheControl: textThat('directives of Cache-Control such as "public, max-age=60"', isCacheControl)
      .optional()
      .meta({
        title: 'text',
        description:
          'Cache-Control of answers to queries: whether browsers and proxies may keep them, and for how long without asking. What may differ at the next request, such as an unexpected error, is always `no-store`.',
        default: 'public, max-age=0, must-revalidate',
        examples: ['public, max-age=60, stale-while-revalidate=600'],
      }),
    cacheMegabytes: z
      .int(wholeNumber)
      .min(0, wholeNumber)
      .optional()
      .meta({
        description: 'Memory of the server for answers, in megabytes; `0` keeps none.',
        default: 64,
        examples: [256],
      }),
  },
  expecting('a mapping with cacheControl and cacheMegabytes'),
);

/** RFC 9111, 5.2: names, some with a value. */
function isCacheControl(text: string): boolean {
  const directive = String.raw`[\w-]+(?:=(?:[\w-]+|"[\x20\x21\x23-\x7e]*"))?`;
  return new RegExp(`^${directive}(?: *, *${directive})*$`).test(text);
}
