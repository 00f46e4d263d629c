import { noTelemetry, type Telemetry } from './telemetry.ts';

/** One that tells all of them, in this order; `null` stands for one that is not wanted. */
export function joinTelemetry(...all: readonly (Telemetry | null)[]): Telemetry {
  const wanted = all.filter((each) => each !== null);
  const [only] = wanted;
  if (only === undefined) return noTelemetry;
  if (wanted.length === 1) return only;
  return {
    answered(request) {
      for (const each of wanted) each.answered(request);
    },
  };
}
