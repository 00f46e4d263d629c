import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, hasBrowser } from '../../support/browser.ts';
import { recordDocument, recordInnerHtml } from './browser-recorder.ts';
import { furtherVectors, owaspVectors } from './markup-vectors.ts';
import { samplesOf } from './placements.ts';
import { findAddresses, renderDirty, renderSamples } from './rendered-samples.ts';
import { urlVectors } from './url-vectors.ts';

afterAll(closeBrowser);

const markup = [...owaspVectors, ...furtherVectors];
const samples = samplesOf(markup, urlVectors);
const harmless = { ran: [], requests: [], dangers: [], unstable: [] };

describe.skipIf(!hasBrowser)('hostile HTML in a browser', { timeout: 120_000 }, () => {
  test('comes in many kinds, each in many places', () => {
    expect(furtherVectors.length + urlVectors.length).toBeGreaterThanOrEqual(40);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  });

  test('runs nothing, asks for nothing and leads nowhere as a document', async () => {
    expect(await recordDocument(await renderSamples(samples))).toEqual(harmless);
  });

  test('does not either when a script puts it into a page, and stays what it is', async () => {
    expect(await recordInnerHtml(await renderSamples(samples))).toEqual(harmless);
  });

  test('would do harm if it were not cleaned', async () => {
    const shown = / in (?:an element|a link|a paragraph|HTML|HTML of media)$/;
    // what leaves the page would end the recording
    const dirty = renderDirty(samples.filter(({ name }) => shown.test(name) && !/refresh|base/.test(name)));
    const { ran, requests, dangers, unstable } = await recordInnerHtml(dirty);
    expect(new Set(ran).size).toBeGreaterThan(40);
    expect(new Set(requests).size).toBeGreaterThan(10);
    expect(new Set(dangers).size).toBeGreaterThan(150);
    expect(unstable).not.toEqual([]);
  });
});

test('no link and no partner has an address that runs something', async () => {
  const addresses = await findAddresses(samples);
  const schemeOf = ({ url }: { readonly url: string }): string => new URL(url, 'https://site.example').protocol;
  const readable = addresses.filter(({ url }) => URL.canParse(url, 'https://site.example'));
  expect(readable.length).toBeGreaterThan(1000);
  const known = ['http:', 'https:', 'mailto:', 'tel:', 'irc:', 'ircs:', 'xmpp:'];
  expect(readable.filter((address) => !known.includes(schemeOf(address)))).toEqual([]);
});
