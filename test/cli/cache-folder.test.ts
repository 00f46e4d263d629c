import { describe, expect, test } from 'vitest';
import { defaultCacheFolder } from '../../src/cli/cache-folder.ts';

describe('the folder of parse caches', () => {
  test.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['lies where XDG_CACHE_HOME says', 'linux', { XDG_CACHE_HOME: '/caches' }, '/caches/foliograph'],
    ['lies in the home', 'linux', {}, '/home/me/.cache/foliograph'],
    ['ignores a relative XDG_CACHE_HOME', 'linux', { XDG_CACHE_HOME: 'caches' }, '/home/me/.cache/foliograph'],
    ['ignores an empty XDG_CACHE_HOME', 'freebsd', { XDG_CACHE_HOME: '' }, '/home/me/.cache/foliograph'],
    ['lies where macOS has them', 'darwin', {}, '/home/me/Library/Caches/foliograph'],
    ['lies where XDG_CACHE_HOME says on macOS, too', 'darwin', { XDG_CACHE_HOME: '/caches' }, '/caches/foliograph'],
  ])('%s', (_name, platform, env, folder) => {
    expect(defaultCacheFolder({ platform, env, home: () => '/home/me' })).toBe(folder);
  });

  test('is not there for users without a home', () => {
    const home = (): string => {
      throw new Error('no such user');
    };
    expect(defaultCacheFolder({ platform: 'linux', env: {}, home })).toBeNull();
    expect(defaultCacheFolder({ platform: 'linux', env: {}, home: () => '' })).toBeNull();
  });
});
