import { describe, expect, test } from '@jest/globals';
import { refusal, repository, type Edit } from './repository.ts';

const dev = 'params/shop/dev.yml';
const system = 'params/shop/system.yml';

/** What the mistake is, the edit that makes it, and all that is said. */
const mistakes: readonly (readonly [string, Readonly<Record<string, Edit>>, string])[] = [
  [
    'an unknown key',
    { [dev]: ['regions:', 'region: eu-west-1\nregions:'] },
    ' params/shop/dev.yml:2:1  This file has no key region. It takes account, regions, tags, values.  [CONFIG_UNKNOWN_KEY]\n',
  ],
  [
    'an unknown key of the system',
    { [system]: ['smoke:', 'smokes: x\nsmoke:'] },
    ' params/shop/system.yml:14:1  This file has no key smokes. It takes system, description, names, stacks, site, smoke, promotion, secrets, switches.  [CONFIG_UNKNOWN_KEY]\n',
  ],
  [
    'a number where a text is due',
    { [dev]: ["'111111111111'", '111111111111'] },
    " params/shop/dev.yml:1:10  account is 111111111111; it takes a text. Put it in quotes: '111111111111'.  [CONFIG_TYPE]\n",
  ],
  [
    'a map where a value is due',
    { [dev]: ['Days: 30', 'Days: { most: 30 }'] },
    " params/shop/dev.yml:6:11  values.app.Days is a map; it takes a text, a number, true or false, or a list of these; write '' for an empty text  [CONFIG_TYPE]\n",
  ],
  [
    'a reference to a stack that is not there',
    { [system]: ['edge.LogBucket', 'edgy.LogBucket'] },
    ' params/shop/system.yml:8:30  stacks.app.parameters.LogBucket takes an output of the stack edgy, which is not there. Did you mean edge?  [CONFIG_REFERENCE]\n',
  ],
  [
    'a key that stands twice',
    { [dev]: ['    Days: 30', '    Days: 30\n    Days: 60'] },
    ' params/shop/dev.yml:7:5  The key Days stands twice; it stands first on line 6  [YAML_DUPLICATE_KEY]\n',
  ],
  [
    'stacks that wait for each other',
    { [system]: ['region: edge }', "region: edge, parameters: { Site: '${app.Bucket}' } }"] },
    ' params/shop/system.yml:8:30  The stacks wait for each other in a circle: edge → app → edge (edge takes app.Bucket, app takes edge.LogBucket)  [CONFIG_CYCLE]\n',
  ],
  [
    'a file that one environment lacks',
    { 'params/shop/sit.yml': null },
    ' There is no params/shop/sit.yml; a system has one file for each of dev, sit, prod  [CONFIG_FILE_MISSING]\n',
  ],
  [
    'a smoke profile that is not there',
    { 'params/shop/smoke.yml': null },
    ' params/shop/system.yml:14:8  smoke names params/shop/smoke.yml, which is not there  [CONFIG_FILE_MISSING]\n',
  ],
  [
    'a smoke profile with an unknown key',
    { 'params/shop/smoke.yml': ['/basket }', '/basket, landing: / }'] },
    ' params/shop/smoke.yml:2:47  site has no key landing. It takes url, deepLink, apiPath, basicAuth.  [CONFIG_UNKNOWN_KEY]\n',
  ],
];

describe('a parameter file with', () => {
  test.each(mistakes)('%s makes no release', async (_what, edits, said) => {
    await using repo = await repository(edits);
    expect(await refusal(repo, 'release', 'shop', '--no-upload')).toBe(said);
  });

  test('several mistakes tells them all, each at its place', async () => {
    await using repo = await repository({
      [dev]: ['regions:', 'region: eu-west-1\nregions:'],
      'params/shop/sit.yml': ["'222222222222'", "'2222'"],
    });
    expect(await refusal(repo, 'release', 'shop', '--no-upload')).toBe(
      [
        ' params/shop/dev.yml:2:1  This file has no key region. It takes account, regions, tags, values.  [CONFIG_UNKNOWN_KEY]',
        ' params/shop/sit.yml:1:10  account is "2222"; it must be the 12 digits of an AWS account, in quotes  [CONFIG_VALUE]',
        '',
        ' params/shop has 2 mistakes',
        '',
      ].join('\n'),
    );
  });

  test('a mistake stops every other command as well, before it asks for credentials', async () => {
    await using repo = await repository({ [dev]: ['account:', 'acount:'] });
    for (const argv of [
      ['plan', 'shop', 'dev'],
      ['deploy', 'shop', 'dev'],
      ['promote', 'shop'],
      ['rollback', 'shop', 'dev'],
      ['status'],
      ['outputs', 'shop', 'dev'],
      ['smoke', 'shop', 'dev'],
      ['site', 'shop', 'dev'],
      ['local', 'start'],
    ]) {
      expect(await refusal(repo, ...argv)).toContain(
        ' params/shop/dev.yml:1:1  This file has no key acount. Did you mean account?  [CONFIG_UNKNOWN_KEY]\n',
      );
    }
  });
});

test('the same repository without a mistake makes a release', async () => {
  await using repo = await repository();
  const { exitCode, out, err } = await repo.run('release', 'shop', '--no-upload');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^ release {2}shop [0-9a-f]{8} {3}[0-9a-f]{64}\n$/);
  expect(err).toMatch(/3 templates, 0 functions, 2 site files/);
});
