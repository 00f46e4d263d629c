import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, hasBrowser, openPage } from '../support/browser.ts';
import { serveFiles } from '../support/server.ts';

afterAll(closeBrowser);

const files = {
  'de/netzwerk.md':
    '---\ntitle: Netzwerk\n---\n## Unsere Partner\n\n- [Eins](https://eins.example)\n\n## Ziele\n\n- Mehr.\n',
  'en/about.md': '---\ntitle: About\n---\nHello.\n',
};

describe.skipIf(!hasBrowser)('GraphiQL', () => {
  test('opens at the URL with five tabs, answers, and asks no other host', async () => {
    const origin = await serveFiles(files);
    const page = await openPage();
    const requests: string[] = [];
    const failures: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
    const answerTo = (name: string) =>
      page.waitForResponse((response) => response.request().postData()?.includes(name) === true);

    const introspected = answerTo('IntrospectionQuery');
    await page.goto(`${origin}/graphql`);
    await introspected;
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    const answered = answerTo('Overview');
    await page.getByRole('button', { name: /Execute query/ }).click();

    expect(await (await answered).json()).toMatchObject({ data: { content: { documentCount: 2 } } });
    const tabs = page.locator('.graphiql-tab-button');
    expect(await tabs.allTextContents()).toEqual(['Overview', 'PageBySlug', 'Partners', 'Goals', 'Links']);
    expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`))).toEqual([]);
    expect(failures).toEqual([]);
  });

  test('shows a tab at the first click on it', async () => {
    const page = await openPage();
    await page.goto(`${await serveFiles(files)}/graphql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.getByRole('tab', { name: 'Partners' }).getByRole('button').first().click();
    await page.getByRole('tab', { name: 'Partners', selected: true }).waitFor();
    await page.locator('.graphiql-query-editor').getByText('Partners of one language').waitFor();
  });
});
