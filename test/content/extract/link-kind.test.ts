import { describe, expect, test } from 'vitest';
import { hostOf } from '../../../src/content/extract/link-kind.ts';

describe('the host of a link', () => {
  test.each([
    ['https://example.org', 'example.org'],
    ['http://a-b.example.org/c?d#e', 'a-b.example.org'],
    ['https://EXAMPLE.org/', 'example.org'],
    ['https://example.org:443/', 'example.org'],
    ['https://example.org:8443/', 'example.org:8443'],
    ['https://me@example.org/', 'example.org'],
    ['https://example.org\\a', 'example.org'],
    ['//example.org/a', 'example.org'],
    ['https://münchen.example', 'xn--mnchen-3ya.example'],
    ['https://1.2.3', '1.2.0.3'],
    ['https://a.0x1', null],
    ['https://xn--a.example', null],
    ['https://a b.example', null],
    ['tel:+1', null],
  ])('of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  test('stays the same however often it is asked for', () => {
    const hosts = new Set(Array.from({ length: 50_000 }, () => hostOf('https://m\u00fcnchen.example/')));
    expect([...hosts]).toEqual(['xn--mnchen-3ya.example']);
  });
});
