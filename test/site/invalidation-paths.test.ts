import { describe, expect, test } from '@jest/globals';
import { collapsePaths, pathsOf } from '../../src/site/invalidation-paths.ts';

describe('the paths of a key', () => {
  test.each([
    ['index.html', ['/', '/index.html']],
    ['docs/index.html', ['/docs', '/docs/', '/docs/index.html']],
    ['robots.txt', ['/robots.txt']],
    ['a b/ü#1.txt', ['/a%20b/%C3%BC%231.txt']],
    ['img/🦊.png', ['/img/%F0%9F%A6%8A.png']],
    ['a+b,c(d)@e&f=g.txt', ['/a+b,c(d)@e&f=g.txt']],
    ['100%.txt', ['/100%25.txt']],
  ])('%s', (key, paths) => {
    expect(pathsOf(key)).toEqual(paths);
  });
});

describe('what one invalidation carries', () => {
  const many = (count: number, folder: string): string[] =>
    Array.from({ length: count }, (_each, index) => `/${folder}/${index}.html`);

  test('each path once, sorted', () => {
    expect(collapsePaths(['/b', '/a', '/b'])).toEqual(['/a', '/b']);
  });

  test('3,000 paths go as they are, one more as their folders', () => {
    expect(collapsePaths(many(3000, 'docs'))).toHaveLength(3000);
    expect(collapsePaths([...many(2000, 'docs'), ...many(1001, 'blog')])).toEqual(['/blog/*', '/docs/*']);
  });

  test('too many folders, or a changed file beside them: everything', () => {
    const folders = Array.from({ length: 16 }, (_each, index) => many(200, `f${index}`)).flat();
    expect(collapsePaths(folders)).toEqual(['/*']);
    expect(collapsePaths([...many(3000, 'docs'), '/robots.txt'])).toEqual(['/*']);
  });
});
