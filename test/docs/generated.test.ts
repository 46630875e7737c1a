import { expect, test } from '@jest/globals';
import { generated, withBlock } from '../../scripts/docs/markdown.ts';
import { pages } from '../../scripts/docs/pages.ts';
import { read, root } from './repository-files.ts';

test('what is generated in docs/ is what the code says; else run node scripts/docs/generate.ts', async () => {
  const stale = (await pages(root)).filter(({ file, text }) => read(file) !== text).map(({ file }) => file);
  expect(stale).toEqual([]);
});

test('a page without the block that is to be filled is an error', () => {
  expect(() => withBlock('# Page', 'x', generated('wiring'))).toThrow('generated: wiring');
  expect(
    withBlock('a\n<!-- generated: b -->\nold\n<!-- end of generated -->\nc', 'new', generated('b')),
  ).toBe('a\n<!-- generated: b -->\n\nnew\n\n<!-- end of generated -->\nc');
});
