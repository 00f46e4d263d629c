import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonError, parseJson } from '../../src/config/parse-json.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import type { Files } from '../support/content.ts';
import { failureOf, loadIn } from './support.ts';

const messageOf = async (files: Files): Promise<string> => (await failureOf(loadIn(files))).message;
const ofJson = (text: string): Promise<string> => messageOf({ 'foliograph.config.json': text });
const ofYaml = (text: string | Uint8Array): Promise<string> => messageOf({ 'foliograph.config.yaml': text });

describe('YAML and JSON', () => {
  test.each<[name: string, text: string | Uint8Array]>([
    ['foliograph.config.yaml', ''],
    ['foliograph.config.yaml', '# content: docs\n'],
    ['foliograph.config.yaml', '\uFEFFcontent: content\r\n'],
    ['foliograph.config.json', '{}'],
    ['foliograph.config.json', '\uFEFF{ "$schema": "./config.schema.json" }\r\n'],
  ])('that say nothing else give the built-in options: %s %j', async (name, text) => {
    expect((await loadIn({ [name]: text, 'content/a.md': '' })).options).toEqual(defaultBuildOptions);
  });

  test('have the severity "off" as a word, with quotes or without', async () => {
    const { options } = await loadIn({ 'foliograph.config.yaml': 'checks: { link-empty: off, file-nul: "off" }\n' });
    expect(options.severities).toEqual({ 'link-empty': 'off', 'file-nul': 'off' });
  });

  test.each([
    ['content: a: b\n', 'foliograph.config.yaml:1:11: expected YAML, but found: bad indentation of a mapping entry'],
    ['content: a\ncontent: b\n', 'foliograph.config.yaml:2:1: expected YAML, but found: duplicated mapping key'],
    ['rules: &r [*r]\n', 'foliograph.config.yaml: expected a tree, but found an alias to a value that contains it'],
  ])('%j is an error with its place', async (text, message) => {
    expect(await ofYaml(text)).toBe(message);
  });

  test.each([
    ['{ "content": "a", }', '1:19: expected a key in double quotes, but found "}"'],
    ['{\n  // folder\n  "content": "a"\n}', '2:3: expected a key in double quotes or "}", but found "/"'],
    ["{\n  'content': 1\n}", '2:3: expected a key in double quotes or "}", but found "\'"'],
    ['{ content: 1 }', '1:3: expected a key in double quotes or "}", but found "content"'],
    ['{ "content" "a" }', '1:13: expected ":", but found "\\""'],
    ['{ "content": }', '1:14: expected a value, but found "}"'],
    ['{ "content": "a" "b": 1 }', '1:18: expected "," or "}", but found "\\""'],
    ['{ "languages": ["de" "en"] }', '1:22: expected "," or "]", but found "\\""'],
    ['{ "languages": ["de",] }', '1:22: expected a value, but found "]"'],
    ['{ "languages": [,] }', '1:17: expected a value or "]", but found ","'],
    ['{ "content": "a\n" }', '1:14: expected a value, but found "\\""'],
    ['{ "content": nullx }', '1:14: expected a value, but found "nullx"'],
    ['{\r\n  "content": x\r\n}', '2:14: expected a value, but found "x"'],
    ['{ "content": 01 }', '1:14: expected a value, but found "01"'],
    ['{ "content": "a"', '1:17: expected "," or "}", but found the end of the file'],
    ['{ "content": ', '1:14: expected a value, but found the end of the file'],
    ['', '1:1: expected a value, but found the end of the file'],
    ['{} {}', '1:4: expected the end of the file, but found "{"'],
  ])('%j is an error with line and column', async (text, message) => {
    expect(await ofJson(text)).toBe(`foliograph.config.json:${message}`);
  });

  test.each([
    ['- content\n', 'expected a mapping of keys to values, but found a list'],
    ['content\n', 'expected a mapping of keys to values, but found "content"'],
    ['null\n', 'expected a mapping of keys to values, but found nothing'],
    [new Uint8Array([0x61, 0x3a, 0x20, 0xff]), 'expected UTF-8, but found bytes of another encoding'],
  ])('%j is an error', async (text, message) => {
    expect(await ofYaml(text)).toBe(`foliograph.config.yaml: ${message}`);
  });
});

describe('the JSON parser', () => {
  const characters = fc.constantFrom(...'{}[]:,"\\ \n\te-+.0123456789aftrunlsE/'.split(''), 'true', 'null', '"a"', '1');

  test('finds what is wrong with every text that is not JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        fc.pre(!isJson(text));
        const contradiction = 'expected the end of the file, but found the end of the file';
        expect(() => parseJson(text)).toThrow(JsonError);
        expect(() => parseJson(text)).not.toThrow(contradiction);
      }),
      { numRuns: 3000 },
    );
  });

  test('finds the end of a text that is cut off', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify([value]);
        expect(() => parseJson(text.slice(0, cut % text.length))).toThrow(/^expected .+, but found .+$/);
      }),
    );
  });

  function isJson(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});
