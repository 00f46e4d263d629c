import { completeServerOptions, type ServerOptions } from '../server/server-options.ts';
import type { Config } from './config-schema.ts';
import { megabyte, second } from './server-schema.ts';

/** What a valid configuration says about the server, in the units of the server; the rest has its default. */
export function serverOptionsOf(config: Config): ServerOptions {
  const { introspection, cors, metrics } = config;
  return completeServerOptions({
    ...given({ introspection, cors: cors === '*' ? cors : cors?.map((url) => new URL(url).origin), metrics }),
    responses: responsesOf(config),
    limits: limitsOf(config),
    connections: connectionsOf(config),
    load: loadOf(config),
  });
}

function responsesOf({ responses = {} }: Config): Partial<ServerOptions['responses']> {
  const { cacheControl, cacheMegabytes } = responses;
  return given({ cacheControl, cacheSize: times(megabyte, cacheMegabytes) });
}

function limitsOf({ limits = {} }: Config): Partial<ServerOptions['limits']> {
  const { bodyBytes, executionSeconds, responseMegabytes, ...same } = limits;
  return given({
    ...same,
    bodySize: bodyBytes,
    executionTime: times(second, executionSeconds),
    responseSize: times(1_000_000, responseMegabytes),
  });
}

function connectionsOf({ connections = {} }: Config): Partial<ServerOptions['connections']> {
  const { maximum, requests, headersSeconds, requestSeconds, idleSeconds, responseSeconds } = connections;
  return given({
    maximum,
    requestsPerConnection: requests,
    headersTimeout: times(second, headersSeconds),
    requestTimeout: times(second, requestSeconds),
    idleTimeout: times(second, idleSeconds),
    responseTimeout: times(second, responseSeconds),
  });
}

function loadOf({ load = {} }: Config): Partial<ServerOptions['load']> {
  const { delayMilliseconds, executions, unreadMegabytes } = load;
  return given({ delay: delayMilliseconds, executions, unreadSize: times(megabyte, unreadMegabytes) });
}

const times = (unit: number, amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : amount * unit;

/** Without what is left out. */
function given<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  const kept: { [Name in keyof Values]?: Exclude<Values[Name], undefined> } = {};
  for (const name in values) {
    const value = values[name];
    if (isGiven(value)) kept[name] = value;
  }
  return kept;
}

const isGiven = <Value>(value: Value): value is Exclude<Value, undefined> => value !== undefined;
