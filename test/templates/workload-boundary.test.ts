import { beforeAll, expect, test } from '@jest/globals';
import { environmentNames } from '../../src/config/environment-name.ts';
import { listSystems } from '../../src/config/load.ts';
import { bootstrapped } from './bootstrapped.ts';
import { deployedSystem, root, type Properties } from './evaluated.ts';
import { decide, type PolicyDocument } from './iam.ts';

let boundary: PolicyDocument;
beforeAll(async () => {
  const made = await bootstrapped({
    IsHomeRegion: 'true',
    RepositorySubject: 'repo:acme/photos',
    DeploySubjects: 'repo:acme/photos:environment:companycam-dev',
    ProofSubjects: '',
    ResourceNames: '',
  });
  boundary = made.find(({ logicalId }) => logicalId === 'WorkloadBoundary')?.properties['PolicyDocument'] as PolicyDocument;
});

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
/** What a policy allows, each action on each resource; stars in names of actions stand for nothing more. */
const allowed = ({ Statement }: PolicyDocument): readonly { readonly action: string; readonly resource: string }[] =>
  Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action, Resource }) =>
    list(Action).flatMap((action) =>
      list(Resource).map((resource) => ({ action: action.replaceAll('*', ''), resource })),
    ),
  );

/** The replica of leadshop’s bucket has none of its own, buy-page has one outside prod. */
const withRoles = ['cloud-sync', 'companycam', 'leadshop', 'spec-wizard'];
const systems = await listSystems(root);
test.each(systems.flatMap((system) => environmentNames.map((environment) => [system, environment] as const)))(
  'the boundary leaves the roles of %s in %s all that their policies allow',
  async (system, environment) => {
    const rights = (await deployedSystem(system, environment)).flatMap(({ path, type, properties }) => {
      if (type === 'AWS::IAM::ManagedPolicy')
        return allowed(properties['PolicyDocument'] as PolicyDocument).map((right) => ({ path, ...right }));
      if (type !== 'AWS::IAM::Role') return [];
      return ((properties['Policies'] ?? []) as readonly Properties[]).flatMap(({ PolicyDocument }) =>
        allowed(PolicyDocument as PolicyDocument).map((right) => ({ path, ...right })),
      );
    });
    if (withRoles.includes(system)) expect(rights.length).toBeGreaterThan(0);
    expect(rights.filter((right) => decide([boundary], right) !== 'allowed')).toEqual([]);
  },
);

test('the boundary allows no change of who may do what', () => {
  for (const action of ['iam:PutRolePolicy', 'iam:PassRole', 'sts:AssumeRole', 'lambda:UpdateFunctionCode', 'kms:PutKeyPolicy'])
    expect([action, decide([boundary], { action, resource: '*' })]).toEqual([action, 'not allowed']);
});
