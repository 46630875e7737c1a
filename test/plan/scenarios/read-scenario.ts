import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import * as v from 'valibot';
import type { Sources } from '../world.ts';

const values = v.optional(v.record(v.string(), v.string()), {});

/** What stands in a scenario's block `yaml scenario`; all of it may be left out. */
const schema = v.strictObject({
  /** Parameters of the root, before and after. */
  parameters: v.optional(v.strictObject({ before: values, after: values }), { before: {}, after: {} }),
  /** Nested stack's logical id → the reason for which its change set fails. */
  failures: values,
  /** Resources that a description with values leaves out. */
  incomplete: v.optional(v.array(v.string()), []),
  /** Asks for drift; what was done by hand to a resource (`api/PresignFunction`), and types that detection does not know. */
  drift: v.optional(
    v.strictObject({
      byHand: v.record(v.string(), v.union([v.literal('deleted'), v.record(v.string(), v.unknown())])),
      unsupported: v.optional(v.array(v.string()), []),
    }),
  ),
  /** Texts that must be nowhere in the comment. */
  hidden: v.optional(v.array(v.string()), []),
});

export interface Scenario extends v.InferOutput<typeof schema> {
  readonly before: Sources;
  /** With the files of `before` that stay as they are. */
  readonly after: Sources;
  /** As GitHub would get it. */
  readonly comment: string;
}

const [begin, end] = ['<!-- prettier-ignore-start -->\n\n', '\n\n<!-- prettier-ignore-end -->\n'];

/** Reads a scenario; README.md beside this file says how one is written. */
export function readScenario(path: string): Scenario {
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(begin);
  if (at < 0 || !text.endsWith(end)) throw new Error(`${path} does not end with a comment`);
  const blocks = [...text.slice(0, at).matchAll(/^```yaml (?<head>.+)\n(?<body>[^]*?)^```$/gm)].map(
    ({ groups: { head = '', body = '' } = {} }) => ({ head, body }),
  );
  const sources = (when: string): Sources =>
    Object.fromEntries(
      blocks.flatMap(({ head, body }) => {
        const [word, file] = head.split(' ');
        return word === when && file !== undefined ? [[file, repeated(body)]] : [];
      }),
    );
  const before = sources('before');
  return {
    ...v.parse(schema, load(blocks.find(({ head }) => head === 'scenario')?.body ?? '{}')),
    before,
    after: { ...before, ...sources('after') },
    comment: text.slice(at + begin.length, -end.length),
  };
}

/** The scenario's text with another comment. */
export function withComment(text: string, comment: string): string {
  return `${text.slice(0, text.indexOf(begin))}${begin}${comment}${end}`;
}

/** A line whose key holds `{1..50}` stands fifty times with the lines below it that are indented more. */
function repeated(yaml: string): string {
  return yaml.replace(
    /^(?<indent> *)\S*\{(?<first>\d+)\.\.(?<last>\d+)\}.*:.*\n(?:\k<indent> +.*\n)*/gm,
    (block, ...rest) => {
      const { first = '1', last = '1' } = rest.at(-1) as Readonly<Record<string, string>>;
      const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
      return numbers.map((number) => block.replaceAll(`{${first}..${last}}`, String(number))).join('');
    },
  );
}
