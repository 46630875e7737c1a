import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { refusal, repository, type Edit } from './repository.ts';

describe('an unknown environment', () => {
  const said =
    ' There is no environment prd; the environments are dev, sit, prod. Did you mean prod?  [ENVIRONMENT_UNKNOWN]\n';

  test.each(['plan', 'deploy', 'rollback', 'outputs', 'smoke', 'site'])(
    '%s names the choices',
    async (command) => {
      await using repo = await repository();
      expect(await refusal(repo, command, 'shop', 'prd')).toBe(said);
    },
  );

  test('promote --to names the choices', async () => {
    await using repo = await repository();
    expect(await refusal(repo, 'promote', 'shop', '--to', 'prd')).toBe(
      "error: option '--to <environment>' argument 'prd' is invalid. Allowed choices are dev, sit, prod.\n" +
        'Next: slipway promote --help\n',
    );
  });
});

describe('an unknown system', () => {
  const said = ' There is no system shopp; the systems are shop. Did you mean shop?  [SYSTEM_UNKNOWN]\n';

  test.each([
    ['plan', 'shopp'],
    ['release', 'shopp'],
    ['promote', 'shopp'],
    ['status', 'shopp'],
    ['deploy', 'shopp', 'dev'],
    ['outputs', 'shopp', 'dev'],
  ])('%s names the choices', async (...argv) => {
    await using repo = await repository();
    expect(await refusal(repo, ...argv)).toBe(said);
  });
});

describe('a command line that says nothing known', () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['deplay', 'shop'], "error: unknown command 'deplay'\n(Did you mean deploy?)\nNext: slipway --help\n"],
    [
      ['deploy', 'shop', 'dev', '--relase', 'x'],
      "error: unknown option '--relase'\n(Did you mean --release?)\nNext: slipway deploy --help\n",
    ],
    [['deploy', 'shop'], "error: missing required argument 'environment'\nNext: slipway deploy --help\n"],
    [
      ['outputs', 'shop', 'dev', 'sit'],
      "error: too many arguments for 'outputs'. Expected 2 arguments but got 3.\nNext: slipway outputs --help\n",
    ],
    [
      ['outputs', 'shop', 'dev', '--format', 'xml'],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are env, json, github.\nNext: slipway outputs --help\n",
    ],
    [
      ['plan', 'shop', '--pull-request', 'seven'],
      "error: option '--pull-request <number>' argument 'seven' is invalid. \"seven\" is not the number of a pull request.\nNext: slipway plan --help\n",
    ],
    [
      ['local', 'start', '--port', '99999'],
      "error: option '--port <port>' argument '99999' is invalid. \"99999\" is not a port (1 to 65535).\nNext: slipway local start --help\n",
    ],
    [['local', 'begin'], "error: unknown command 'begin'\nNext: slipway local --help\n"],
  ];

  test.each(wrong)('%j is told with the way to the right one', async (argv, said) => {
    await using repo = await repository();
    expect(await refusal(repo, ...argv)).toBe(said);
  });

  test('outside a repository it says what makes one', async () => {
    await using repo = await repository();
    expect(await refusal(repo, 'status', '--root', `${repo.root}/templates`)).toBe(
      ` ${repo.root}/templates holds no params/ folder, so there is no system to work on  [NOT_A_REPOSITORY]\n` +
        '   Next: go to the repository that holds templates/ and params/, or name it with --root\n',
    );
  });
});

describe('a plan or release that is not there', () => {
  test('no release built', async () => {
    await using repo = await repository();
    expect(await refusal(repo, 'plan', 'shop', 'dev')).toBe(
      ' no release of shop has been built here  [RELEASE_NOT_BUILT]\n' +
        '   Next: slipway release shop, or name one with --release (slipway status shop lists what runs)\n',
    );
  });

  test('no plan file', async () => {
    await using repo = await repository();
    expect(await refusal(repo, 'deploy', 'shop', 'dev', '--plan', 'out/none.json')).toBe(
      ' there is no plan file out/none.json  [PLAN_FILE_MISSING]\n' +
        '   Next: slipway plan <system> <environment> --save-plans <folder>\n',
    );
  });

  test('a plan file that is none', async () => {
    await using repo = await repository({ 'plan.json': '{ "schema": 1' });
    expect(await refusal(repo, 'deploy', 'shop', 'dev', '--plan', 'plan.json')).toBe(
      ' plan.json is not JSON  [PLAN_UNREADABLE]\n   Next: Make the plan again: slipway plan <system> <environment>\n',
    );
  });
});

describe('a site build of another repository', () => {
  const text = 'no archive';
  const digest = createHash('sha256').update(text).digest('hex');
  const named = (artifact: string, sha256: string): Edit => [
    'build: site/dist',
    `build:\n    artifact: ${artifact}\n    sha256: ${sha256}`,
  ];

  test.each<[string, Edit, string]>([
    [
      'that is not there',
      named('builds/other.zip', digest),
      ' params/shop/system.yml:11:15  site.build.artifact names builds/other.zip, which is not there; it must be a ZIP, by its path in the repository or by its address https://…  [SITE_ARTIFACT_MISSING]\n',
    ],
    [
      'that has another digest',
      named('builds/site.zip', 'a'.repeat(64)),
      ` params/shop/system.yml:12:13  site.build.sha256 is ${'a'.repeat(64)}, but builds/site.zip has ${digest}; nothing of it is used  [SITE_ARTIFACT_DIGEST]\n`,
    ],
    [
      'that is no ZIP',
      named('builds/site.zip', digest),
      ' params/shop/system.yml:11:15  site.build.artifact names builds/site.zip, which is not a ZIP  [SITE_ARTIFACT_INVALID]\n',
    ],
    [
      'at an address where nobody answers',
      named('https://127.0.0.1:1/site.zip', digest),
      " params/shop/system.yml:11:15  site.build.artifact names https://127.0.0.1:1/site.zip, which can't be reached: connect ECONNREFUSED 127.0.0.1:1  [SITE_ARTIFACT_UNREACHABLE]\n",
    ],
  ])('%s', async (_name, definition, expected) => {
    await using repo = await repository({ 'params/shop/system.yml': definition, 'builds/site.zip': text });
    expect(await refusal(repo, 'release', 'shop', '--no-upload')).toContain(expected);
  });

  test('that its definition does not describe, told by lint, too', async () => {
    await using repo = await repository({ 'params/shop/system.yml': named('builds/site.zip', 'unknown') });
    const { exitCode, out, err } = await repo.run('lint', 'shop');
    expect(exitCode).not.toBe(0);
    expect(`${out}${err}`).toContain(
      `site.build.sha256 is "unknown"; it must be the SHA-256 of the artifact's bytes, 64 hex digits`,
    );
  });
});

test('a missing site build names it and the field that does', async () => {
  await using repo = await repository({
    'site/dist/index.html': null,
    'site/dist/assets/main-Bx3f_9aQ.js': null,
  });
  const said = await refusal(repo, 'release', 'shop', '--no-upload');
  expect(said).toMatch(
    /^ params\/shop\/system\.yml:10:10 {2}The site build site\/dist is not there \(site\.build in params\/shop\/system\.yml\) {2}\[SITE_BUILD_MISSING\]\n/,
  );
});
