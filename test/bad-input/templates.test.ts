import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { slipway } from '../cli/record.ts';
import { refusal, repository, type Edit, type Repository } from './repository.ts';

const circle = `Resources:
  Again:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ../shop/app.yml }
`;

const mistakes: readonly (readonly [string, Readonly<Record<string, Edit>>, string, string])[] = [
  [
    'with broken YAML',
    { 'templates/modules/storage.yml': ['Resources:', 'Resources: ]'] },
    'templates/modules/storage.yml:3:12',
    'templates/modules/storage.yml is not valid YAML: bad indentation of a mapping entry',
  ],
  [
    'that nests a template which is not there',
    { 'templates/shop/app.yml': ['storage.yml', 'storrage.yml'] },
    'templates/shop/app.yml:10:20',
    'The nested stack Storage names templates/modules/storrage.yml, which is not there',
  ],
  [
    'that nests itself further down',
    { 'templates/modules/storage.yml': circle },
    'templates/modules/storage.yml:4:32',
    'The nested stack Again closes a circle: templates/shop/app.yml → templates/modules/storage.yml → templates/shop/app.yml',
  ],
  [
    'that is not there',
    { 'templates/shop/app.yml': null },
    'params/shop/system.yml:6:15',
    'stacks.app.template names templates/shop/app.yml, which is not there',
  ],
  [
    'that packaging has to feed and that takes no bucket',
    { 'templates/shop/app.yml': ['  ArtifactBucket: { Type: String }\n', ''] },
    'templates/shop/app.yml:6:3',
    'Storage is packaged, but the template has no parameter ArtifactBucket',
  ],
];

describe('a template', () => {
  test.each(mistakes)('%s makes no release', async (_what, edits, place, message) => {
    await using repo = await repository(edits);
    const said = await refusal(repo, 'release', 'shop', '--no-upload');
    expect(said.startsWith(` ${place}  ${message}  [`)).toBe(true);
  });

  test.each(mistakes.slice(0, 4))(
    '%s is a finding of lint at the same place',
    async (_what, edits, place, message) => {
      await using repo = await repository(edits);
      const { exitCode, out } = await lint(repo);
      expect(exitCode).toBe(1);
      const findings = (
        JSON.parse(out) as {
          findings: { at: { file: string; line: number; column: number }; message: string }[];
        }
      ).findings;
      expect(findings.map(({ at, message: text }) => `${at.file}:${at.line}:${at.column} ${text}`)).toContain(
        `${place} ${message}`,
      );
    },
  );

  test('whose output nobody gives is a finding at the reference', async () => {
    await using repo = await repository({ 'params/shop/system.yml': ['edge.LogBucket', 'edge.LogBuckets'] });
    const { exitCode, out } = await lint(repo, '--format', 'terminal');
    expect({ exitCode, out }).toMatchObject({ exitCode: 1 });
    expect(out).toContain('LogBuckets');
    expect(out).toContain('"file": "params/shop/system.yml"');
  });

  test('that lint finds nothing in is an outcome', async () => {
    await using repo = await repository();
    const { out, ...rest } = await lint(repo);
    expect(rest).toEqual({ exitCode: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ systems: ['shop'], findings: [] });
  });
});

test('lint of a pattern that matches no system names the systems', async () => {
  await using repo = await repository();
  expect(await refusal(repo, 'lint', 'shopp')).toBe(
    ' shopp matches no system; the systems are shop. Did you mean shop?  [LINT_NOTHING]\n',
  );
});

test('lint without cfn-lint says how to get it', async () => {
  await using repo = await repository();
  const said = await refusal(repo, 'lint');
  expect(said).toMatch(/^ cfn-lint cannot be started: .*\/\.venv\/bin\/cfn-lint {2}\[CFN_LINT_MISSING\]\n/);
  expect(said).toContain('Next: npm run setup');
});

/** Lints with a cfn-lint that finds nothing of its own. */
async function lint(repo: Repository, ...more: readonly string[]): ReturnType<typeof slipway> {
  const bin = join(repo.root, '.venv', 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'cfn-lint'), "#!/bin/sh\necho '[]'\n");
  await chmod(join(bin, 'cfn-lint'), 0o755);
  return slipway(repo.root, ['lint', '--json', ...more]);
}
