import SchemaBuilder from '@pothos/core';
import type { JsonValue } from '../content/json.ts';
import type { Context } from './context.ts';

/** Everything is non-null unless it says otherwise. Scalars are strings here: the content is already in their form. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Language: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: never; Output: string };
    URL: { Input: never; Output: string };
    JSON: { Input: never; Output: JsonValue };
  };
}>({ defaultFieldNullability: false });

builder.queryType({ description: 'Read the content of the site.' });
