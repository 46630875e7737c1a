import { describe, expect, test } from '@jest/globals';
import { templates } from './bootstrapped.ts';

/** One statement of a policy as it stands in the file, with the comment right above it. */
interface Statement {
  readonly sid: string;
  readonly text: string;
  readonly comment: string;
}

const lines = templates.flatMap(({ text }) => text.split('\n'));

/** A statement begins with its Sid, and ends where a line stands no deeper than that. */
function statements(among: readonly string[]): readonly Statement[] {
  return among.flatMap((line, start) => {
    const begin = /^(?<indent> *)- Sid: (?<sid>\w+)$/.exec(line);
    if (begin?.groups === undefined) return [];
    const { indent = '', sid = '' } = begin.groups;
    const length = among.slice(start + 1).findIndex((each) => !each.startsWith(`${indent}  `));
    const end = length === -1 ? among.length : start + 1 + length;
    let first = start;
    while (among[first - 1]?.trimStart().startsWith('#') === true) first -= 1;
    const comment = among.slice(first, start).join(' ').replaceAll(/\s*#\s*/g, ' ').trim();
    return [{ sid, text: among.slice(start, end).join('\n'), comment }];
  });
}

const allowing = (all: readonly Statement[]): readonly Statement[] => all.filter(({ text }) => text.includes('Effect: Allow'));

/** Quoted or not, in a line's list or on a line of its own. */
function values(text: string, key: 'Action' | 'NotAction' | 'Resource'): readonly string[] {
  const match = new RegExp(`^(?<indent> *)${key}:(?<rest>.*(?:\\n\\k<indent> +.*)*)`, 'm').exec(text);
  const rest = match?.groups?.['rest'] ?? '';
  return [...rest.matchAll(/'(?<quoted>[^']*)'|(?<bare>[a-z0-9-]+:[A-Za-z*]+)/g)].map(
    ({ groups }) => groups?.['quoted'] ?? groups?.['bare'] ?? '',
  );
}

/** Reading may be told by its verb; anything else that ends in a star is more than one can list. */
const wideAction = (action: string): boolean => action.includes('*') && !/^[a-z0-9-]+:(?:Describe|Get|List)[A-Za-z]*\*[A-Za-z]*$/.test(action);
/** Everything of a service, or everything at all; not what lies below a name. */
const wideResource = (resource: string): boolean => /^\*$|:\*$/.test(resource);

/** What of a statement reaches further than its names say. */
function wide({ text }: Statement): readonly string[] {
  return [...values(text, 'Action').filter(wideAction), ...values(text, 'Resource').filter(wideResource)];
}

describe('in the bootstrap', () => {
  const all = statements(lines);

  test('the statements are read whole', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.every(({ text }) => /Effect: (?:Allow|Deny)/.test(text))).toBe(true);
    const sids = lines.join('\n').match(/Sid:/g) ?? [];
    expect(all).toHaveLength(sids.length);
  });

  test('nothing allows every action of every service, or all but some', () => {
    for (const { sid, text } of allowing(all)) {
      expect([sid, values(text, 'Action')]).not.toEqual([sid, expect.arrayContaining(['*'])]);
      expect([sid, values(text, 'NotAction')]).toEqual([sid, []]);
    }
  });

  test('whoever allows more than it names says why, right above', () => {
    const found = allowing(all).filter((statement) => wide(statement).length > 0);
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ comment }) => comment.length < 30).map((each) => [each.sid, ...wide(each)])).toEqual([]);
  });
});

describe('the reader of statements finds', () => {
  const one = (action: string, resource: string, comment = ''): readonly Statement[] =>
    statements(
      [...(comment === '' ? [] : [comment]), '  - Sid: X', '    Effect: Allow', action, resource, 'Next: 1'].flatMap((each) =>
        each.split('\n'),
      ),
    );
  test.each([
    ['    Action: "*"'.replaceAll('"', "'"), '    Resource: x', ['*']],
    ['    Action: s3:*', "    Resource: 'arn:x'", ['s3:*']],
    ['    Action: [s3:GetObject, sqs:*Queue*]', "    Resource: 'arn:x'", ['sqs:*Queue*']],
    ['    Action:\n      - s3:GetObject\n      - iam:Create*', "    Resource: 'arn:x'", ['iam:Create*']],
    ['    Action: s3:GetObject', "    Resource: '*'", ['*']],
    ['    Action: s3:GetObject', "    Resource:\n      - !Sub 'arn:x:s3:::*'", ['arn:x:s3:::*']],
    ['    Action: [s3:Get*Configuration, s3:List*]', "    Resource: 'arn:x:stack/*'", []],
  ])('%s %s', (action, resource, found) => {
    const [statement] = one(action, resource, '  # because');
    expect(statement?.comment).toBe('because');
    expect(statement === undefined ? null : wide(statement)).toEqual(found);
  });
});
