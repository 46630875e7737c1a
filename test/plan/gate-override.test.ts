import { expect, test } from '@jest/globals';
import {
  overridesOfLabels,
  readOverride,
  requireMatched,
  unmatchedOverrides,
} from '../../src/plan/gate-override.ts';
import { change, planWith } from './stack-plans.ts';

const word = '4be1c02d77a9f310';
const label = `slipway:allow ${word}`;

const malformed = [
  `slipway:allow ${word} `,
  `Slipway:allow ${word}`,
  `slipway:allow  ${word}`,
  `slipway:allow ${word.toUpperCase()}`,
  `slipway:allow ${word}0`,
  `slipway:allow ${word}\n`,
  `slipway:allow${word}`,
  `slipway:allow ${word.slice(1)}\u202e`,
  'slipway:allow',
  'slipway:allow ' + 'a'.repeat(5000),
];

test('a label ends within the 50 characters that GitHub allows', () => {
  expect(label.length).toBeLessThanOrEqual(50);
});

test('the words of labels are exactly those that the comment prints; other labels say nothing', () => {
  const others = [
    'bug',
    `x slipway:allow ${word}`,
    '$(curl evil) `id` | <img src=x> [a](http://b) @everyone',
  ];
  expect(overridesOfLabels([...others, label, label])).toEqual([word]);
  expect(overridesOfLabels(others)).toEqual([]);
});

test.each(malformed)('a label that is meant as a word and is none is an error: %j', (text) => {
  expect(() => overridesOfLabels([label, text])).toThrow(
    expect.objectContaining({
      code: 'OVERRIDE_MALFORMED',
      message: expect.stringContaining('16 hex digits') as unknown as string,
    }),
  );
  // a long one does not fill the screen, and nothing in it breaks the line
  expect(() => overridesOfLabels([text])).toThrow(/^.{0,250}$/);
});

test('an option takes the digits or the whole label, in either case, and nothing else', () => {
  for (const text of [word, label, ` ${word.toUpperCase()} `, `slipway:allow ${word.toUpperCase()}`]) {
    expect(readOverride(text)).toBe(word);
  }
  for (const text of ['', word.slice(1), `${word}0`, `allow ${word}`, 'all', '*']) {
    expect(() => readOverride(text)).toThrow(expect.objectContaining({ code: 'OVERRIDE_MALFORMED' }));
  }
});

test('a word that no plan asks for is an error that lists those that they ask for', () => {
  const { gate } = planWith([change({ action: 'remove' })]);
  const asked = gate.stops[0]?.override ?? '';
  expect(unmatchedOverrides([word, asked, word], [gate])).toEqual([word]);
  expect(() => {
    requireMatched([asked, word], [gate]);
  }).toThrow(
    expect.objectContaining({
      code: 'OVERRIDE_UNMATCHED',
      message: expect.stringContaining(`${asked}  remove  app/storage/PhotosBucket`) as unknown as string,
    }),
  );
  expect(() => {
    requireMatched([word], [planWith([]).gate]);
  }).toThrow(/nothing stops here/);
  expect(() => {
    requireMatched([asked], [planWith([]).gate, gate]);
    requireMatched([], []);
  }).not.toThrow();
});
