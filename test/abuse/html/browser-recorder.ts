import type { Page } from 'playwright-core';
import { openPage } from '../../support/browser.ts';
import { firstNumber, type Rendered } from './rendered-samples.ts';

/** What a browser did with HTML. */
export interface Recording {
  /** What scripts told by `alert` and the like. */
  readonly ran: readonly string[];
  /** Requests but those for pictures over HTTP(S), which pages may have. */
  readonly requests: readonly string[];
  /** Elements, attributes and addresses in the document that HTML of ours never has. */
  readonly dangers: readonly string[];
  /** Samples that were other ones when they were written down by the browser and read again. */
  readonly unstable: readonly string[];
}

const origin = 'https://site.example';

/** Parses HTML as a document of its own, as a site without scripts would show it. */
export async function recordDocument(samples: readonly Rendered[]): Promise<Recording> {
  const pieces = samples.map(({ html }, index) => `<div data-sample="${index}">${html}</div>`);
  const { page, told } = await openRecorder(`<!doctype html><meta charset="utf-8"><body>${pieces.join('\n')}`);
  return finish(page, told, samples);
}

/** Puts HTML into a document by script, as a site with scripts would, writes it down and does it again. */
export async function recordInnerHtml(samples: readonly Rendered[]): Promise<Recording> {
  const { page, told } = await openRecorder('<!doctype html><meta charset="utf-8"><body>');
  const changed = await page.evaluate(
    (pieces) =>
      pieces.flatMap((html, index) => {
        const container = document.createElement('div');
        document.body.append(container);
        container.dataset['sample'] = String(index);
        container.innerHTML = html;
        const written = container.innerHTML;
        container.innerHTML = written;
        return container.innerHTML === written ? [] : index;
      }),
    samples.map(({ html }) => html),
  );
  const recording = await finish(page, told, samples);
  return { ...recording, unstable: changed.map((index) => samples[index]?.name ?? '') };
}

async function openRecorder(html: string) {
  const page = await openPage();
  const ran: string[] = [];
  const requests: string[] = [];
  await page.exposeFunction('tell', (text: string) => void ran.push(text));
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) {
      Object.defineProperty(window, name, { value: (text: unknown) => Reflect.get(window, 'tell')(String(text)) });
    }
  });
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (frame.url() !== `${origin}/`) requests.push(`navigation to ${frame.url()}`);
  });
  await page.route('**/*', (route) => {
    const request = route.request();
    if (request.url() === `${origin}/`) return route.fulfill({ contentType: 'text/html', body: html });
    const isPicture = request.resourceType() === 'image' && /^https?:/.test(request.url());
    if (!isPicture) requests.push(`${request.resourceType()} ${request.url()}`);
    // with 204 the document stays where it is
    return request.isNavigationRequest() ? route.fulfill({ status: 204 }) : route.abort();
  });
  await page.goto(`${origin}/`);
  return { page, told: { ran, requests } };
}

interface Told {
  readonly ran: readonly string[];
  readonly requests: readonly string[];
}

async function finish(page: Page, { ran, requests }: Told, samples: readonly Rendered[]): Promise<Recording> {
  const dangers = await page.evaluate(findDangers);
  await page.evaluate(provoke);
  const nameOf = (number: string): string => samples[Number(number) - firstNumber]?.name ?? number;
  return {
    ran: ran.map(nameOf),
    requests: requests.map((url) =>
      url.replace(/evil-(\d+)\.example/, (host, number) => `${host} (${nameOf(number)})`),
    ),
    dangers: dangers.map(([index, danger]) => `${samples[index]?.name}: ${danger}`),
    unstable: [],
  };
}

/** Runs in the browser. */
function findDangers(): (readonly [sample: number, danger: string])[] {
  const elements = new Set(
    `a abbr article aside b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure
    footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li mark ol p pre q s samp section small span strike strong
    sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
  );
  const attributes = new Set(
    `align alt aria-describedby aria-label checked cite class colspan data-footnote-backref data-footnote-ref
    data-footnotes datetime dir disabled height href hreflang id lang open reversed rowspan scope span src start title
    type value width`.split(/\s+/),
  );
  const schemes = new Map([
    ['href', ['http:', 'https:', 'mailto:', 'tel:', 'irc:', 'ircs:', 'xmpp:']],
    ['src', ['http:', 'https:']],
    ['cite', ['http:', 'https:']],
  ]);
  const dangersOf = (element: Element): readonly string[] => {
    const isKnown = elements.has(element.localName) && element.namespaceURI === 'http://www.w3.org/1999/xhtml';
    const found = isKnown ? [] : [`<${element.localName}>`];
    // a form's fields can stand in for what forms have themselves
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      const allowed = schemes.get(name);
      const isUrl = allowed !== undefined && URL.canParse(value, document.baseURI);
      if (!attributes.has(name)) found.push(`${element.localName} ${name}`);
      else if (isUrl && !allowed.includes(new URL(value, document.baseURI).protocol)) found.push(`${name}="${value}"`);
    }
    return found;
  };
  return [...document.querySelectorAll<HTMLElement>('[data-sample]')].flatMap((container) =>
    [...container.querySelectorAll('*')].flatMap(dangersOf).map((danger) => {
      return [Number(container.dataset['sample']), danger] as const;
    }),
  );
}

/** Runs in the browser: does what a visitor could, and waits for what that brings. */
async function provoke(): Promise<void> {
  // where other links lead is looked at above, and to follow them would end the recording
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link !== null && link.protocol !== 'javascript:') event.preventDefault();
  });
  const settled = [...document.images].map((image) => {
    if (image.complete) return null;
    return new Promise((resolve) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', resolve);
    });
  });
  await Promise.all(settled);
  const events = ['mouseover', 'mouseenter', 'focus', 'error', 'load', 'toggle', 'animationstart', 'beforeinput'];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    for (const type of events) element.dispatchEvent(new Event(type));
    if (element instanceof HTMLAnchorElement) element.click();
  }
  // scripts of links run later
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
