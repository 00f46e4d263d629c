import { z } from 'zod';
import { configSchema } from './config-schema.ts';

/** The configuration as JSON Schema (draft 7, which editors know), with descriptions, defaults and examples. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Configuration of Foliograph', ...schema };
}
