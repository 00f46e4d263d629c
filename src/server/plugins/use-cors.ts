import type { Plugin } from 'graphql-yoga';

const allowed = { 'access-control-allow-origin': '*' };
const preflight = {
  ...allowed,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
};

/** Any site may ask, none may send credentials: there is nothing here that a visitor's cookies would open. */
export function useCors(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method === 'OPTIONS') endResponse(new fetchAPI.Response(null, { status: 204, headers: preflight }));
    },
    onResponse({ response }) {
      for (const [name, value] of Object.entries(allowed)) response.headers.set(name, value);
    },
  };
}
