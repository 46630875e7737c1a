import { describe, expect, test } from '@jest/globals';
import { packageTemplate } from '../../src/release/package-template.ts';
import { renewalsOf, renewalSuffix } from '../../src/release/renewal.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';

const renewed = (rest: string): string => {
  const source = `Resources:\n  Deployment: # Deployment\n    Type: AWS::ApiGateway::Deployment\n${rest}`;
  const parts = {
    children: new Map(),
    functions: new Map(),
    layers: new Map(),
    renewals: new Map([['Deployment', '1a2b3c4d']]),
  };
  return packageTemplate(parseTemplate(source, 'api.yml'), parts).split('\n').slice(3).join('\n');
};
const inOutput = (value: string): string =>
  renewed(`Outputs:\n  O:\n    Value: ${value}\n`).replace('Outputs:\n  O:\n    Value: ', '').trimEnd();

describe('a renewed resource', () => {
  test.each([
    ['!Ref Deployment', '!Ref Deployment1a2b3c4d'],
    ['!Ref "Deployment"', '!Ref "Deployment1a2b3c4d"'],
    ['{ Ref: Deployment } # Deployment', '{ Ref: Deployment1a2b3c4d } # Deployment'],
    ['{ "Ref": "Deployment" }', '{ "Ref": "Deployment1a2b3c4d" }'],
    ['!GetAtt Deployment.DeploymentId', '!GetAtt Deployment1a2b3c4d.DeploymentId'],
    ['!GetAtt [Deployment, DeploymentId]', '!GetAtt [Deployment1a2b3c4d, DeploymentId]'],
    ['{ Fn::GetAtt: [Deployment, X] }', '{ Fn::GetAtt: [Deployment1a2b3c4d, X] }'],
    ['{ Fn::GetAtt: Deployment.X }', '{ Fn::GetAtt: Deployment1a2b3c4d.X }'],
    ['!Sub ${Deployment}-${Deployment.X}', '!Sub ${Deployment1a2b3c4d}-${Deployment1a2b3c4d.X}'],
    [
      "!Sub ['${Deployment} ${D}', { D: !Ref Deployment }]",
      "!Sub ['${Deployment1a2b3c4d} ${D}', { D: !Ref Deployment1a2b3c4d }]",
    ],
    ['!Join [",", [!Ref Deployment, x]]', '!Join [",", [!Ref Deployment1a2b3c4d, x]]'],
  ])('is renamed in %s', (before, after) => {
    expect(inOutput(before)).toBe(after);
  });

  test.each([
    '!Ref DeploymentRole',
    '!GetAtt DeploymentRole.Arn',
    'Deployment',
    '!Sub "Deployment ${!Deployment} ${DeploymentRole}"',
    "!Sub ['${Deployment}', { Deployment: mine }]",
  ])('is not what %s names', (value) => {
    expect(inOutput(value)).toBe(value);
  });

  test('is renamed in DependsOn, one or several, and over several lines', () => {
    const stage = (dependsOn: string): string =>
      `  Stage:\n    Type: AWS::ApiGateway::Stage\n    DependsOn: ${dependsOn}\n    Properties:\n      Description: !Sub |\n        a \${Deployment}\n        b \${Deployment}\n`;
    for (const dependsOn of [
      'Deployment',
      '[A, Deployment]',
      '\n      - Deployment\n      - DeploymentRole',
    ]) {
      const expected = stage(dependsOn.replace(/Deployment(?!R)/, 'Deployment1a2b3c4d')).replaceAll(
        '${Deployment}',
        '${Deployment1a2b3c4d}',
      );
      expect(renewed(stage(dependsOn))).toBe(expected);
    }
  });
});

test('the suffix follows each source and their order, and is part of a logical id', () => {
  const suffixes = [['a', 'b'], ['b', 'a'], ['a'], ['ab'], ['a', 'c']].map(renewalSuffix);
  expect(new Set(suffixes).size).toBe(5);
  expect(suffixes.every((suffix) => /^[0-9a-f]{8}$/.test(suffix))).toBe(true);
  expect(renewalSuffix(['a', 'b'])).toBe(renewalSuffix(['a', 'b']));
});

test.each(['[]', 'self', '[1]', '{}'])('RenewWith: %s is refused with its place', (list) => {
  const source = `Resources:\n  D:\n    Type: X\n    Metadata: { Slipway: { RenewWith: ${list} } }\n`;
  expect(() => renewalsOf(parseTemplate(source, 'api.yml'))).toThrow(
    expect.objectContaining({
      code: 'TEMPLATE_RENEW_WITH',
      at: { file: 'api.yml', line: 4, column: 39 },
    }),
  );
});
