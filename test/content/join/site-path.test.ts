import { describe, expect, it } from 'vitest';
import { readSitePath, resolvePath } from '../../../src/content/join/site-path.ts';

const read = (text: string) => readSitePath(text, (tag) => ['de', 'en', 'zh-Hant'].includes(tag));

describe('a path on the site', () => {
  it.each([
    ['/news', null, '/news'],
    ['news', null, '/news'],
    ['/news/', null, '/news'],
    ['//news//', null, '/news'],
    ['/', null, '/'],
    ['', null, '/'],
    ['/index', null, '/'],
    ['/guides/index.html', null, '/guides'],
    ['/index/first', null, '/index/first'],
    ['/news.html', null, '/news'],
    ['/news.md', null, '/news'],
    ['/v1.2', null, '/v1.2'],
    ['/de', 'de', '/'],
    ['/de/', 'de', '/'],
    ['/DE/news', 'de', '/news'],
    ['/zh-hant/news', 'zh-Hant', '/news'],
    ['/fr/news', null, '/fr/news'],
    ['/news/de', null, '/news/de'],
    ['/%C3%BCber', null, '/über'],
    ['/u\u0308ber', null, '/über'],
    ['/100%', null, '/100%'],
    ['/news?page=2', null, '/news'],
  ])('%s is of language %s and %s', (text, language, path) => {
    expect(read(text)).toEqual({ language, path, anchor: null });
  });

  it.each([
    ['/news#press', '/news', 'press'],
    ['/news/?a=b#press', '/news', 'press'],
    ['#weiterf%C3%BChrend', '/', 'weiterführend'],
    ['/news#', '/news', ''],
    ['/news#a#b', '/news', 'a#b'],
    ['/news#a?b', '/news', 'a?b'],
  ])('%s is %s with the anchor %s', (text, path, anchor) => {
    expect(read(text)).toEqual({ language: null, path, anchor });
  });
});

describe('a relative path', () => {
  it.each([
    ['/a/b', 'c', '/a/b/c'],
    ['/a/b', './c', '/a/b/c'],
    ['/a/b', '../c', '/a/c'],
    ['/a/b', '../../c', '/c'],
    ['', 'c//d/', '/c/d'],
  ])('in %s, %s is %s', (folder, relative, path) => {
    expect(resolvePath(folder, relative)).toBe(path);
  });

  it.each([
    ['', '..'],
    ['/a', '../../a'],
  ])('in %s, %s leads out', (folder, relative) => {
    expect(resolvePath(folder, relative)).toBeNull();
  });
});
