import { expect, test } from '@jest/globals';
import { at, firstText, parseXml, textAt, xmlEscape } from '../../local/front/xml.ts';

test('answers of AWS are read with entities, empty elements and leading space', () => {
  const xml =
    '<?xml version="1.0"?><R xmlns="u"><A><member>x &amp; y</member><member/></A><B>\n  a: &lt;1&gt;\n</B><!-- no --></R>';
  const root = parseXml(xml);
  expect(at(root, 'A')?.children.map(({ text }) => text)).toEqual(['x & y', '']);
  expect(textAt(root, 'B')).toBe('\n  a: <1>\n');
  expect(textAt(root, 'C', 'D')).toBeUndefined();
  expect(firstText(xml, 'member')).toBe('x & y');
});

test('what is escaped is read back', () => {
  const text = `<a b="c"> & 'd' é 𝄞`;
  expect(textAt(parseXml(`<R><T>${xmlEscape(text)}</T></R>`), 'T')).toBe(text);
  expect(textAt(parseXml('<R><T>&#233;&#x1D11E;</T></R>'), 'T')).toBe('é𝄞');
});
