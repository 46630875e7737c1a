import { beforeAll, expect, test } from '@jest/globals';
import { environmentNames } from '../../src/config/environment-name.ts';
import { listSystems } from '../../src/config/load.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import { bootstrapped, templates } from './bootstrapped.ts';
import { account, deployedSystem, root, type Resource } from './evaluated.ts';

let resources: readonly Resource[];
beforeAll(async () => {
  resources = await bootstrapped({
    IsHomeRegion: 'true',
    RepositorySubject: 'repo:acme/photos',
    RepositoryId: '',
    DeploySubjects: 'repo:acme/photos:environment:companycam-dev',
    ProofSubjects: '',
    ResourceNames: 'companycam',
  });
});

test.each(templates)('$file is small enough to be given inline, with room for more', ({ text }) => {
  // CloudFormation User Guide, "CloudFormation quotas": 51,200 bytes in a request; there is no bucket yet to read from.
  expect(Buffer.byteLength(text)).toBeLessThan(35_000);
});

test.each(templates)('$file needs no other stack to be deployed by hand: nothing but names goes from one to another', ({ text }) => {
  expect(text).not.toMatch(/^Transform:|AWS::CloudFormation::Stack|ImportValue|^ +Export:/m);
});

test('every name that one stack says of another’s resource is made there, and none twice', () => {
  const made = resources.flatMap(({ type, properties: { RoleName, ManagedPolicyName } }) => {
    if (type === 'AWS::IAM::Role') return [`role/${String(RoleName)}`];
    return type === 'AWS::IAM::ManagedPolicy' ? [`policy/${String(ManagedPolicyName)}`] : [];
  });
  expect(new Set(made).size).toBe(made.length);
  const arn = new RegExp(`arn:aws:iam::${account}:((?:role|policy)/slipway-[a-z-]+[a-z])`, 'g');
  const said = [...JSON.stringify(resources).matchAll(arn)].map(([, name = '']) => name);
  expect(new Set(said)).toEqual(
    new Set(['role/slipway-execution', 'policy/slipway-workload-boundary', 'role/slipway-empty-hands']),
  );
  for (const name of said) expect(made).toContain(name);
});

/** Roles of Slipway's that a policy names as its principal. */
function admitted(resource: Resource): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown, inPrincipal: boolean): void => {
    if (typeof value === 'string') {
      const role = /:role\/(?<name>slipway-[a-z-]+)$/.exec(value)?.groups?.['name'];
      if (inPrincipal && role !== undefined) found.push(role);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) look(each, inPrincipal || key === 'Principal' || key === 'NotPrincipal');
    }
  };
  look(resource.properties, false);
  return found;
}

test('what must not be made anew stays in the stack that every account has had from the beginning', async () => {
  const [foundation] = templates;
  const { Resources } = parseTemplate(foundation?.text ?? '', foundation?.file ?? '').body;
  const ofType = (type: string): readonly Resource[] => resources.filter((each) => each.type === type);
  const kept = (each: Resource): boolean => each.logicalId in Resources;
  expect(ofType('AWS::S3::Bucket').filter((each) => !kept(each))).toEqual([]);
  // The boundary of every role that systems have: IAM lets nobody delete it while they do.
  expect(Object.keys(Resources)).toContain('WorkloadBoundary');

  // A principal is kept by its unique id, so a role that is made anew is another one to the bucket (IAM User Guide, "AWS JSON
  // policy elements: Principal").
  const principals = new Set<string>();
  for (const system of await listSystems(root)) {
    for (const environment of environmentNames)
      for (const resource of await deployedSystem(system, environment)) for (const role of admitted(resource)) principals.add(role);
  }
  expect(principals).toContain('slipway-deploy');
  const moved = ofType('AWS::IAM::Role').filter((each) => !kept(each) && principals.has(String(each.properties['RoleName'])));
  expect(moved).toEqual([]);
});
