import { z } from 'zod';
import { type ConfigurableCode, configurableCodes, defaultSeverityOf } from '../content/diagnostic.ts';
import { expecting } from './expecting.ts';
import { choice } from './value-schemas.ts';

const severity = choice(['off', 'info', 'warning', 'error']).optional();

/** One key for each check, so that editors complete it. */
export const checksSchema = z.strictObject(
  Object.fromEntries(
    configurableCodes.map((code) => [code, severity.meta({ default: defaultSeverityOf(code) })]),
  ) as Record<ConfigurableCode, typeof severity>,
  expecting('a mapping of checks to severities'),
);
