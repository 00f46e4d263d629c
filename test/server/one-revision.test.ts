import { expect, test } from 'vitest';
import type { ContentReader, ContentStore } from '../../src/store/contract.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createPromisedStore } from '../store/promised-store.ts';
import { apiOfStore } from '../support/api.ts';
import { snapshotOf } from '../support/content.ts';

const before = snapshotOf({ 'en/a.md': '---\ntitle: Before\n---\n', 'de/a.md': '---\ntitle: Vorher\n---\n' });
const after = snapshotOf({ 'en/a.md': '---\ntitle: After\n---\n', 'de/a.md': '---\ntitle: Nachher\n---\n' });

/** A store that publishes the other snapshot as soon as the first look-up of an operation is answered. */
function changingStore(): ContentStore {
  const store = createMemoryStore(before);
  const changing = (reader: ContentReader): ContentReader => ({
    ...reader,
    pageBySlug(slug, language) {
      const page = reader.pageBySlug(slug, language);
      store.publish(after);
      return page;
    },
  });
  return { current: () => changing(store.current()), publish: store.publish };
}

test('an operation keeps the revision that it began on, when another one is published in the middle of it', async () => {
  const api = apiOfStore(changingStore());
  const query = `{
    first: page(slug: "a", language: "en") { title translations { title } }
    second: page(slug: "a", language: "de") { title }
    content { revision }
  }`;
  expect(await api.query(query)).toEqual({
    data: {
      first: { title: 'Before', translations: [{ title: 'Vorher' }] },
      second: { title: 'Vorher' },
      content: { revision: before.revision },
    },
  });
  expect(await api.query('{ content { revision } }')).toEqual({ data: { content: { revision: after.revision } } });
});

test('so does one that the short way leaves to the long one after it has waited', async () => {
  const store = createPromisedStore(before);
  const changing: ContentStore = {
    ...store,
    current() {
      const reader = store.current();
      return {
        ...reader,
        async pageBySlug(slug, language) {
          const page = await reader.pageBySlug(slug, language);
          await store.publish(after);
          return page;
        },
      };
    },
  };
  const api = apiOfStore(changing);
  const query = '{ page(slug: "a", language: "en") { title } wrong: page(slug: "a") { excerpt(length: -1) } }';
  const told = { data: { page: { title: 'Before' }, wrong: null }, errors: [{ path: ['wrong', 'excerpt'] }] };
  expect(await api.query(query)).toMatchObject(told);
  await store.publish(before);
  expect(await api.query(query)).toMatchObject(told);
});
