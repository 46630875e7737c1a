import { wholePattern } from '../../../src/lint/constraint.ts';
import { isListType } from '../../../src/template/parameter-values.ts';
import type { Constraint, Kind } from './constraints.ts';
import { nearMisses } from './near-misses.ts';

/** What each constraint is told by. */
export const words: Readonly<Record<Kind, RegExp>> = {
  AllowedValues: /is not one of /,
  AllowedPattern: /does not match /,
  MinLength: /is shorter than /,
  MaxLength: /is longer than /,
  MinValue: /is less than /,
  MaxValue: /is more than /,
  Type: /is no (?!t)/,
};

/** Mistakes that are made with any parameter, from near misses to nonsense. */
const mistakes = [
  'https://',
  'http://example.com/path?query=1',
  'arn:aws:s3:::',
  'arn:aws:iam::12345:role/x',
  '/hostedzone/Z0123',
  'Example Name',
  'UPPER_case',
  '-leading',
  'someone at example.com',
  '10.0.0.0/33',
  '12345',
  'two\nlines',
  '*',
  '',
  '"<>{}^|',
];

/** A value that breaks one constraint and no other that is looked at before it; `null` where none is known. */
export function badValue({ name, kind, parameter }: Pick<Constraint, 'name' | 'kind' | 'parameter'>): string | null {
  const limit = Number(parameter[kind]);
  const item = ((): string | null => {
    switch (kind) {
      case 'Type':
        return 'a few';
      case 'MinValue':
        return String(limit - 1);
      case 'MaxValue':
        return String(limit + 1);
      case 'MinLength':
        return limit === 0 ? null : 'a'.repeat(limit - 1);
      case 'MaxLength':
        return 'a'.repeat(limit + 1);
      case 'AllowedValues':
        return otherThan(parameter.AllowedValues ?? [], parameter.Type.includes('Number'));
      case 'AllowedPattern': {
        const pattern = wholePattern(parameter.AllowedPattern ?? '');
        const lengths = { least: Number(parameter['MinLength'] ?? 0), most: Number(parameter['MaxLength'] ?? Infinity) };
        const refused = [...Object.entries(nearMisses).flatMap(([key, miss]) => (key === name ? [miss] : [])), ...mistakes].filter((each) => pattern?.test(each) === false);
        return refused.find(({ length }) => length >= lengths.least && length <= lengths.most) ?? null;
      }
    }
  })();
  return item !== null && isListType(parameter.Type) && item.includes(',') ? null : item;
}

function otherThan(allowed: readonly unknown[], isNumber: boolean): string {
  if (isNumber) return String(Math.max(...allowed.map(Number)) + 1);
  return `${allowed.map(String).find((each) => each !== '') ?? ''}-not`;
}
