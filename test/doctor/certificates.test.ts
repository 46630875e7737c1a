import { describe, expect, test } from '@jest/globals';
import type { CertificateDetail } from '@aws-sdk/client-acm';
import type { EnvironmentDefinition, SystemDefinition } from '../../src/config/system.ts';
import type { Diagnosis } from '../../src/doctor/diagnose.ts';
import { account, dev, DoctorWorld, edge, home, only, system } from './world.ts';

const arn = `arn:aws:acm:${edge}:${account}:certificate/a-1`;
const regional = `arn:aws:acm:${home}:${account}:certificate/b-2`;
const day = 24 * 60 * 60 * 1000;

const site = `Parameters:
  Domain: { Type: String }
  CertificateArn: { Type: String }
Resources:
  Site:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: site.yml
      Parameters: { Domain: !Ref Domain, CertificateArn: !Ref CertificateArn }
`;
const distribution = `Parameters:
  Domain: { Type: String }
  CertificateArn: { Type: String }
Resources:
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Aliases: [!Ref Domain]
        ViewerCertificate: { AcmCertificateArn: !Ref CertificateArn }
`;

function environment(
  values: Readonly<Record<string, string>>,
  more: Partial<EnvironmentDefinition> = {},
): EnvironmentDefinition {
  const literals = Object.entries(values).map(
    ([name, value]) => [name, { kind: 'literal', value } as const] as const,
  );
  return { ...dev, values: { app: Object.fromEntries(literals) }, ...more };
}

class Certified extends DoctorWorld {
  readonly system: SystemDefinition;

  constructor(
    values: Readonly<Record<string, string>>,
    template = site,
    more: Partial<SystemDefinition> = {},
  ) {
    super(undefined, [environment(values)]);
    this.sources.set('templates/app.yml', template).set('templates/site.yml', distribution);
    const stacks = [{ name: 'app', template: 'templates/app.yml', region: 'home', parameters: {} }] as const;
    this.system = { ...system, stacks, ...more };
  }

  issue(names: readonly string[], days = 300, of = arn): CertificateDetail {
    return this.acm.issue(of, names, new Date(this.clock.now() + days * day));
  }

  look(): Promise<Diagnosis> {
    return this.diagnose({ system: this.system });
  }
}

const where = 'app.CertificateArn';
const named = { Domain: 'Shop.example.com', CertificateArn: arn };

test('one that is issued for the names that are served is good', async () => {
  const world = new Certified(named);
  world.issue(['shop.example.com', 'www.example.com']);
  expect(only(await world.look(), 'certificate', where)).toEqual({
    id: 'certificate',
    place: `account ${account}`,
    where,
    state: 'ok',
    found: 'issued for shop.example.com, www.example.com, good until 2027-09-17',
    wanted: `${arn} is issued for Shop.example.com, and good for 21 days and more (dev)`,
    next: null,
  });
});

describe('the place', () => {
  test.each([
    [`arn:aws:acm:us-east-1:999999999999:certificate/a-1`, 'it is of account 999999999999'],
    [regional, `it lies in ${home}, and app Site/Distribution takes one of us-east-1`],
    [`arn:aws:acm:ap-south-1:${account}:certificate/a-1`, 'it lies in ap-south-1'],
  ])('%s is wrong, and nobody is asked', async (CertificateArn, found) => {
    const world = new Certified({ ...named, CertificateArn });
    world.acm.denied.add('describeCertificate');
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining(found),
      next: 'name another one in params/shop/dev.yml',
    });
  });

  test('one that no resource takes lies anywhere but where none can take it', async () => {
    const unused =
      'Parameters: { CertificateArn: { Type: String } }\nResources: { Queue: { Type: AWS::SQS::Queue } }\n';
    const world = new Certified({ CertificateArn: regional }, unused);
    world.issue(['shop.example.com'], 300, regional);
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('no resource takes it'),
    });
    const far = new Certified(
      { CertificateArn: `arn:aws:acm:ap-south-1:${account}:certificate/a-1` },
      unused,
    );
    expect(only(await far.look(), 'certificate', where)).toMatchObject({
      state: 'wrong',
      found: 'it lies in ap-south-1',
    });
  });

  test.each([
    ['AWS::ApiGateway::DomainName', 'RegionalCertificateArn: !Ref CertificateArn', regional],
    ['AWS::ApiGateway::DomainName', 'CertificateArn: !Ref CertificateArn', arn],
    [
      'AWS::ApiGatewayV2::DomainName',
      'DomainNameConfigurations: [{ CertificateArn: !Ref CertificateArn }]',
      regional,
    ],
  ])('%s with %s takes its own kind', async (type, property, fits) => {
    const template = `Parameters: { CertificateArn: { Type: String } }
Resources:
  Name: { Type: ${type}, Properties: { DomainName: api.example.com, ${property} } }
`;
    const states = [];
    for (const CertificateArn of [arn, regional]) {
      const world = new Certified({ CertificateArn }, template);
      world.issue(['api.example.com'], 300, CertificateArn);
      const { state, wanted } = only(await world.look(), 'certificate', where);
      expect(wanted).toContain('is issued for api.example.com');
      states.push(state);
    }
    expect(states).toEqual(fits === arn ? ['ok', 'wrong'] : ['wrong', 'ok']);
  });
});

test('one that the system’s file names is looked at, too', async () => {
  const stacks = [
    {
      name: 'app',
      template: 'templates/app.yml',
      region: 'home',
      parameters: { CertificateArn: { kind: 'literal', value: arn } },
    },
  ] as const;
  const world = new Certified({ Domain: 'shop.example.com' }, site, { stacks });
  expect(only(await world.look(), 'certificate', where)).toMatchObject({
    state: 'wrong',
    found: `there is no such certificate in ${edge}`,
    next: 'name another one in params/shop/system.yml',
  });
});

describe('the status', () => {
  test('one that waits for its validation names the records that are missing', async () => {
    const world = new Certified(named);
    const record = (name: string) => ({
      DomainName: name,
      ResourceRecord: { Name: `_x.${name}.`, Type: 'CNAME', Value: '_y.acm-validations.aws.' } as const,
    });
    world.acm.certificates.set(arn, {
      Status: 'PENDING_VALIDATION',
      DomainName: 'shop.example.com',
      DomainValidationOptions: [
        { ...record('shop.example.com'), ValidationStatus: 'PENDING_VALIDATION' },
        { ...record('www.example.com'), ValidationStatus: 'SUCCESS' },
      ],
    });
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'wrong',
      found: 'it waits for its validation',
      next: 'write into the zone: _x.shop.example.com. CNAME _y.acm-validations.aws.',
    });
  });

  test.each([
    [{ Status: 'FAILED', FailureReason: 'CAA_ERROR' }, 'its status is FAILED (CAA_ERROR)'],
    [{ Status: 'VALIDATION_TIMED_OUT' }, 'its status is VALIDATION_TIMED_OUT'],
    [{ Status: 'EXPIRED' }, 'its status is EXPIRED'],
    [{ Status: 'REVOKED' }, 'its status is REVOKED'],
  ] as const)('%j is wrong', async (change, found) => {
    const world = new Certified(named);
    Object.assign(world.issue(['shop.example.com']), change);
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'wrong',
      found,
      next: `request or import another one in ${edge}, and name it in params/shop/dev.yml`,
    });
  });
});

test.each([
  [['www.example.com'], 'wrong'],
  [['*.example.com'], 'ok'],
  [['*.com'], 'wrong'],
  [['*.shop.example.com', 'example.com'], 'wrong'],
  [['example.com', 'SHOP.EXAMPLE.COM'], 'ok'],
])('%j for Shop.example.com: %s', async (names, state) => {
  const world = new Certified(named);
  world.issue(names);
  const check = only(await world.look(), 'certificate', where);
  expect(check.state).toBe(state);
  if (state === 'wrong') expect(check.found).toBe(`it is for ${names.join(', ')}, not for Shop.example.com`);
});

describe('the end', () => {
  test.each([
    [-2, {}, 'wrong', 'it ended on 2026-11-19'],
    [20, {}, 'wrong', 'good until 2026-12-11: 20 days'],
    [21, {}, 'ok', 'good until 2026-12-12'],
    [44, { Type: 'IMPORTED' }, 'warning', 'ACM renews none that was imported'],
    [45, { Type: 'IMPORTED' }, 'ok', 'good until'],
    [40, { RenewalSummary: { RenewalStatus: 'PENDING_AUTO_RENEWAL' } }, 'ok', 'good until'],
    [40, { RenewalSummary: { RenewalStatus: 'FAILED' } }, 'warning', 'its renewal is FAILED'],
  ])('%i days left, %j: %s', async (days, change, state, found) => {
    const world = new Certified(named);
    Object.assign(world.issue(['shop.example.com'], days), change);
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state,
      found: expect.stringContaining(found),
    });
  });

  test('a renewal that waits names the record that is gone', async () => {
    const world = new Certified(named);
    Object.assign(world.issue(['shop.example.com'], 40), {
      RenewalSummary: {
        RenewalStatus: 'PENDING_VALIDATION',
        DomainValidationOptions: [
          {
            DomainName: 'shop.example.com',
            ValidationStatus: 'PENDING_VALIDATION',
            ResourceRecord: { Name: '_x.shop.example.com.', Type: 'CNAME', Value: '_y.' },
          },
        ],
        UpdatedAt: new Date(0),
      },
    });
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('its renewal is PENDING_VALIDATION'),
      next: 'write into the zone: _x.shop.example.com. CNAME _y.',
    });
  });

  test('none that ACM tells is not known', async () => {
    const world = new Certified(named);
    delete world.issue(['shop.example.com']).NotAfter;
    expect(only(await world.look(), 'certificate', where)).toMatchObject({ state: 'unknown' });
  });
});

describe('not known', () => {
  test('where it may not be described', async () => {
    const world = new Certified(named);
    world.acm.denied.add('describeCertificate');
    const diagnosis = await world.look();
    expect(only(diagnosis, 'certificate', where)).toMatchObject({
      state: 'unknown',
      next: 'acm:DescribeCertificate is needed to read it',
    });
    expect(diagnosis.isHealthy).toBe(false);
  });

  test('where the templates can’t be read', async () => {
    const world = new Certified(named);
    world.issue(['shop.example.com']);
    world.sources.delete('templates/site.yml');
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'unknown',
      found: expect.stringContaining('what it serves can’t be told: '),
    });
  });

  test('a name that waits for the deployment is told', async () => {
    const world = new Certified(named, site.replace('Domain: !Ref Domain', 'Domain: !ImportValue domain'));
    world.issue(['shop.example.com']);
    expect(only(await world.look(), 'certificate', where)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('only the deployment tells what app Site/Distribution serves'),
    });
  });
});
