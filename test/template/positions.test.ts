import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { SlipwayError } from '../../src/errors/slipway-error.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import type { TemplatePath } from '../../src/template/template.ts';
import { readYaml } from '../../src/template/yaml.ts';

const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('a: b', "it's", '"q"', '- x', 'two\nlines\n', '#no', '{{resolve:ssm:x}}', 'yes', '012', ''),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('data')),
    fc.dictionary(key, tie('data')),
  ),
}));
const style = fc.record({
  flowLevel: fc.constantFrom(-1, 1, 4, 6),
  quoteStyle: fc.constantFrom('single' as const, 'double' as const),
  indent: fc.constantFrom(2, 4),
});

/** Every scalar in a value, with its path. */
function scalars(value: unknown, path: TemplatePath): readonly (readonly [TemplatePath, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalars(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, entry]) => scalars(entry, [...path, name]));
}

describe('whatever YAML a template is written in', () => {
  test('its data comes back, and each scalar stands where it is said to stand', () => {
    fc.assert(
      fc.property(fc.dictionary(key, data), style, (metadata, options) => {
        const body = { Resources: { Topic: { Type: 'AWS::SNS::Topic', Metadata: metadata } } };
        const source = dump(body, options);
        const template = parseTemplate(source, 't.yml');
        expect(template.body).toEqual(body);
        for (const [path, value] of scalars(body, [])) {
          const range = template.scalarRange(path);
          const position = template.locate(path);
          expect(range).not.toBeNull();
          const before = source.slice(0, range?.start ?? 0).split('\n');
          expect([position.line, position.column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
          const written = source.slice(range?.start, range?.end);
          // A block scalar needs its place; what stands on one line reads by itself.
          if (/^[|>]/.test(written) || written.includes('\n')) continue;
          const alone = readYaml(`- ${written}\n`, 'alone.yml', 'cloudformation').root;
          expect(alone).toMatchObject({ kind: 'sequence', items: [{ kind: 'scalar', value }] });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a broken file is always an error of ours, at a line', () => {
    const sound = dump({
      Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { A: ['b', { c: 1 }] } } },
    });
    const broken = fc
      .tuple(
        fc.nat(sound.length),
        fc.nat(4),
        fc.oneof(fc.string(), fc.constantFrom('*', '&', '!X ', '<<: ', '\t', '[', '"')),
      )
      .map(([at, remove, insert]) => sound.slice(0, at) + insert + sound.slice(at + remove));
    fc.assert(
      fc.property(fc.oneof(fc.string(), broken), (source) => {
        try {
          parseTemplate(source, 't.yml');
        } catch (error) {
          if (!(error instanceof SlipwayError)) throw error;
          const first = 'errors' in error ? (error.errors as readonly SlipwayError[])[0] : error;
          expect(first?.at?.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
