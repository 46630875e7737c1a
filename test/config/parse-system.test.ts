import { describe, expect, test } from '@jest/globals';
import { parseSystem } from '../../src/config/parse-system.ts';
import { mistakesOf } from './mistakes.ts';

const file = 'params/shop/system.yml';
const minimal = 'system: shop\nstacks:\n  app: { template: templates/shop/app.yml, region: home }\n';

const mistakes = (source: string) => mistakesOf(() => parseSystem(source, file));

describe('a system', () => {
  test('is read with defaults', () => {
    expect(parseSystem(minimal, file)).toEqual({
      system: 'shop',
      file,
      description: '',
      names: [],
      stacks: [{ name: 'app', template: 'templates/shop/app.yml', region: 'home', parameters: {} }],
      site: null,
      smoke: null,
      promotion: { approval: ['prod'], rollBackOnSmokeFailure: [] },
      secrets: [],
      switches: [],
    });
  });

  test('is read with everything; references are kept apart from texts, numbers and lists become text', () => {
    const source = `
system: shop
description: A shop
stacks:
  app:
    template: templates/shop/app.yml
    region: home
    parameters:
      LogBucket: \${edge.LogBucket}
      Count: 3
      Version: 7.10
      On: true
      Zones: [a, b, 1]
      Empty: ''
      Literal: $\${aws:username}
      Secret: '{{resolve:secretsmanager:db}}'
  edge: { template: templates/shop/edge.yml, region: edge }
site:
  build: site/dist
  bucket: \${app.SiteBucket}
  distribution: \${app.Distribution}
  url: https://shop.example
  config: { apiUrl: '\${app.ApiUrl}', stage: fixed }
smoke: params/shop/smoke.yml
promotion: { approval: [sit, prod], rollBackOnSmokeFailure: [dev] }
`;
    const system = parseSystem(source, file);
    expect(system.stacks.map(({ name }) => name)).toEqual(['edge', 'app']);
    expect(system.stacks[1]?.parameters).toEqual({
      LogBucket: { kind: 'output', stack: 'edge', output: 'LogBucket' },
      Count: { kind: 'literal', value: '3' },
      Version: { kind: 'literal', value: '7.10' },
      On: { kind: 'literal', value: 'true' },
      Zones: { kind: 'literal', value: 'a,b,1' },
      Empty: { kind: 'literal', value: '' },
      Literal: { kind: 'literal', value: '${aws:username}' },
      Secret: { kind: 'literal', value: '{{resolve:secretsmanager:db}}' },
    });
    expect(system.site).toEqual({
      build: 'site/dist',
      bucket: { kind: 'output', stack: 'app', output: 'SiteBucket' },
      distribution: { kind: 'output', stack: 'app', output: 'Distribution' },
      url: { kind: 'literal', value: 'https://shop.example' },
      config: {
        apiUrl: { kind: 'output', stack: 'app', output: 'ApiUrl' },
        stage: { kind: 'literal', value: 'fixed' },
      },
    });
    expect(system.smoke).toBe('params/shop/smoke.yml');
    expect(system.promotion).toEqual({ approval: ['sit', 'prod'], rollBackOnSmokeFailure: ['dev'] });
  });
});

describe('a mistake names line, column, field, value and choices', () => {
  const stacks = 'system: shop\nstacks:\n';
  test.each([
    ['', '1:1 YAML_EMPTY params/shop/system.yml is empty'],
    ['- a\n', '1:1 CONFIG_TYPE This file is a list; it takes a map'],
    [`${minimal}smok: x.yml\n`, '4:1 CONFIG_UNKNOWN_KEY This file has no key smok. Did you mean smoke?'],
    [
      `${minimal}qqqqqq: x.yml\n`,
      '4:1 CONFIG_UNKNOWN_KEY This file has no key qqqqqq. It takes system, description, names, stacks, site, smoke, promotion, secrets, switches.',
    ],
    [
      `${minimal}system: shop\n`,
      '4:1 YAML_DUPLICATE_KEY The key system stands twice; it stands first on line 1',
    ],
    ['system: shop\n', '1:1 CONFIG_MISSING_KEY This file needs the key stacks'],
    ['system: shop\nstacks: {}\n', '2:9 CONFIG_VALUE stacks is a map; it needs at least one stack'],
    [`${stacks}  app: { region: home }\n`, '3:3 CONFIG_MISSING_KEY stacks.app needs the key template'],
    [
      `${stacks}  app: { template: a.yml, region: hoem }\n`,
      '3:35 CONFIG_VALUE stacks.app.region is "hoem"; it must be home or edge. Did you mean home?',
    ],
    [
      `${stacks}  app: { template: a.yml, region: home, regoin: x }\n`,
      '3:41 CONFIG_UNKNOWN_KEY stacks.app has no key regoin. It takes template, region, parameters.',
    ],
    [
      `${stacks}  app: { template: a.yml, region: home, paramters: {} }\n`,
      '3:41 CONFIG_UNKNOWN_KEY stacks.app has no key paramters. Did you mean parameters?',
    ],
    [
      `${stacks}  App: { template: a.yml, region: home }\n`,
      '3:3 CONFIG_VALUE The name stacks.App is not allowed: it must be lower-case letters, digits and single hyphens, beginning with a letter',
    ],
    [
      `${minimal}names: ['shop-*']\n`,
      '4:9 CONFIG_VALUE names.0 is "shop-*"; it must be letters, digits and single hyphens, beginning with a letter, without the hyphen at the end',
    ],
    [
      `${minimal}names: [slipway-deploy]\n`,
      '4:9 CONFIG_VALUE names.0 is "slipway-deploy"; it must not begin with slipway: such names are taken',
    ],
    [`${stacks}  app: [a]\n`, '3:8 CONFIG_TYPE stacks.app is a list; it takes a map'],
    [`${stacks}  app:\n`, '3:6 CONFIG_TYPE stacks.app is empty; it takes a map'],
    [
      `${stacks}  app: { template: ../a.yml, region: home }\n`,
      '3:20 CONFIG_VALUE stacks.app.template is "../a.yml"; it must be a path relative to the repository, with / as separator and without ..',
    ],
    [
      `${stacks}  app: { template: 1, region: home }\n`,
      "3:20 CONFIG_TYPE stacks.app.template is 1; it takes a text. Put it in quotes: '1'.",
    ],
    [
      'system: store\nstacks:\n  app: { template: a.yml, region: home }\n',
      '1:9 CONFIG_VALUE system is "store", but the folder is shop; they have one name',
    ],
    [
      `${minimal}promotion: { rollBackOnSmokeFailure: [prod] }\n`,
      '4:39 CONFIG_VALUE promotion.rollBackOnSmokeFailure.0 is "prod"; it must be dev or sit',
    ],
    [
      `${minimal}site: { build: site/dist, bucket: '\${app.B}', distribution: '\${app.D}' }\n`,
      '4:1 CONFIG_MISSING_KEY site needs the key url',
    ],
    [
      `${minimal}site: { build: d, bucket: '\${aap.B}', distribution: x, url: x }\n`,
      '4:27 CONFIG_REFERENCE site.bucket takes an output of the stack aap, which is not there. Did you mean app?',
    ],
  ])('%j', (source, expected) => {
    expect(mistakes(source)).toEqual([expected]);
  });

  const digest = 'Ab'.repeat(32);
  const withBuild = (build: string): string =>
    `${minimal}site:\n  bucket: b\n  distribution: d\n  url: u\n  build: ${build}\n`;
  const address =
    'it must be an address https://… or a path relative to the repository, with / as separator and without ..';
  const takes =
    'it takes a folder of this repository, or a map of artifact and sha256: a ZIP that another repository has built';
  test.each([
    ['3', `8:10 CONFIG_TYPE site.build is 3; ${takes}`],
    ['', `8:8 CONFIG_TYPE site.build is empty; ${takes}`],
    ['[a]', `8:10 CONFIG_TYPE site.build is a list; ${takes}`],
    [
      '../dist',
      '8:10 CONFIG_VALUE site.build is "../dist"; it must be a path relative to the repository, with / as separator and without ..',
    ],
    [
      `{ artefact: a.zip, sha256: ${digest} }`,
      '8:3 CONFIG_MISSING_KEY site.build needs the key artifact',
      '8:12 CONFIG_UNKNOWN_KEY site.build has no key artefact. Did you mean artifact?',
    ],
    [
      `{ artifact: a.zip, sha256: ${digest}, path: x }`,
      `8:103 CONFIG_UNKNOWN_KEY site.build has no key path. It takes artifact, sha256.`,
    ],
    ['{ artifact: a.zip }', '8:3 CONFIG_MISSING_KEY site.build needs the key sha256'],
    [`{ sha256: ${digest} }`, '8:3 CONFIG_MISSING_KEY site.build needs the key artifact'],
    [
      `{ artifact: 3, sha256: ${digest} }`,
      "8:22 CONFIG_TYPE site.build.artifact is 3; it takes a text. Put it in quotes: '3'.",
    ],
    [
      '{ artifact: a.zip, sha256: 12ab }',
      `8:37 CONFIG_VALUE site.build.sha256 is "12ab"; it must be the SHA-256 of the artifact's bytes, 64 hex digits`,
    ],
    ...[
      'http://a.example/x.zip',
      's3://bucket/x.zip',
      '../x.zip',
      '/x.zip',
      'a/../x.zip',
      'https://a.example/#x',
    ].map((artifact) => [
      `{ artifact: '${artifact}', sha256: ${digest} }`,
      `8:22 CONFIG_VALUE site.build.artifact is "${artifact}"; ${address}`,
    ]),
    [
      `{ artifact: 'https://:x', sha256: ${digest} }`,
      '8:22 CONFIG_VALUE site.build.artifact is not an address that a browser could open',
    ],
    [
      `{ artifact: 'https://ada:secret@a.example/x.zip', sha256: ${digest} }`,
      '8:22 CONFIG_VALUE site.build.artifact holds a user or a password; it must be an address that anybody may read, or the path of a ZIP in the repository',
    ],
  ])('of a build %s', (build = '', ...expected) => {
    expect(mistakes(withBuild(build))).toEqual(expected);
  });

  test.each(['https://a.example/x.zip?v=1', 'builds/x.zip', 'x.zip'])(
    'a build may come as the ZIP %s',
    (artifact) => {
      const { site } = parseSystem(withBuild(`{ artifact: '${artifact}', sha256: ${digest} }`), file);
      expect(site?.build).toEqual({ artifact, sha256: digest.toLowerCase() });
    },
  );

  const withParameter = (value: string): string =>
    `${stacks}  app: { template: a.yml, region: home, parameters: { X: ${value} } }\n  edge: { template: e.yml, region: edge }\n`;
  test.each([
    [
      "'${edge}'",
      'CONFIG_REFERENCE stacks.app.parameters.X is "${edge}"; a reference has the form ${stack.Output}',
    ],
    [
      "'a-${edge.B}'",
      'CONFIG_REFERENCE stacks.app.parameters.X is "a-${edge.B}"; a reference stands alone, as in ${stack.Output}. Write $${ for a plain ${.',
    ],
    [
      "'${app.B}'",
      'CONFIG_REFERENCE stacks.app.parameters.X takes an output of its own stack, app; a stack can only take outputs of others',
    ],
    [
      "'${egde.B}'",
      'CONFIG_REFERENCE stacks.app.parameters.X takes an output of the stack egde, which is not there. Did you mean edge?',
    ],
    [
      "[a, '${edge.B}']",
      'CONFIG_REFERENCE stacks.app.parameters.X is a list with a reference in it; a reference stands alone: ${edge.B}',
    ],
    [
      "['a,b']",
      'CONFIG_VALUE stacks.app.parameters.X has the list item "a,b", which holds a comma; CloudFormation would take it for two items',
    ],
    [
      '',
      "CONFIG_TYPE stacks.app.parameters.X is empty; it takes a text, a number, true or false, or a list of these; write '' for an empty text",
    ],
    [
      '{ a: 1 }',
      "CONFIG_TYPE stacks.app.parameters.X is a map; it takes a text, a number, true or false, or a list of these; write '' for an empty text",
    ],
    [
      '!Ref A',
      'CONFIG_TAG !Ref has no meaning in this file; tags such as !Ref stand in templates. An output of a stack is ${stack.Output}.',
    ],
  ])('the parameter %s', (value, expected) => {
    expect(mistakes(withParameter(value)).map((line) => line.replace(/^3:\d+ /, ''))).toEqual([expected]);
  });

  test('the artifact bucket is not to be set', () => {
    expect(
      mistakes(`${stacks}  app: { template: a.yml, region: home, parameters: { ArtifactBucket: x } }\n`),
    ).toEqual([
      '3:55 CONFIG_RESERVED stacks.app.parameters.ArtifactBucket is set by Slipway: it is the artifact bucket of the account and region. Leave it out.',
    ]);
  });

  test('several mistakes are told at once', () => {
    expect(mistakes('system: Shop\nstacks:\n  app: { template: a.yml, region: x }\nsmok: 1\n')).toHaveLength(
      3,
    );
  });
});

describe('the order of stacks', () => {
  const system = (stacks: Record<string, string>): string =>
    `system: shop\nstacks:\n${Object.entries(stacks)
      .map(([name, from]) => `  ${name}: { template: a.yml, region: home, parameters: { X: '${from}' } }`)
      .join('\n')}\n`;

  test('a circle is shown', () => {
    expect(mistakes(system({ a: '${b.X}', b: '${c.Y}', c: '${b.Z}' }))).toEqual([
      '5:56 CONFIG_CYCLE The stacks wait for each other in a circle: b → c → b (b takes c.Y, c takes b.Z)',
    ]);
  });

  test('us-east-1, home and us-east-1 again', () => {
    const order = parseSystem(system({ cdn: '${app.X}', app: '${edge.X}', edge: 'x' }), file);
    expect(order.stacks.map(({ name }) => name)).toEqual(['edge', 'app', 'cdn']);
  });
});
