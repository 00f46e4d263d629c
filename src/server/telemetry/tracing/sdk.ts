/** Where `@opentelemetry/api` 1.x keeps what an SDK registers, for all copies of it in a process. */
const registryKey = Symbol.for('opentelemetry.js.api.1');

/** Whether an OpenTelemetry SDK has registered a tracer provider. Loads nothing. */
export function hasTracerProvider(): boolean {
  return registeredProvider() !== undefined;
}

export function registeredProvider(): unknown {
  const registry: unknown = Reflect.get(globalThis, registryKey);
  return typeof registry === 'object' && registry !== null && 'trace' in registry ? registry.trace : undefined;
}
