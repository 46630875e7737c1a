import type { Statement } from '../iam.ts';
import type { Resource } from '../evaluated.ts';
import { items, map, textOf, told, type Rule } from './rule.ts';

/** All properties in which a resource holds a policy, with what it is for. */
function documents({ type, properties }: Resource): readonly unknown[] {
  switch (type) {
    case 'AWS::IAM::Role':
      return items(properties['Policies']).map((policy) => map(policy)['PolicyDocument']);
    case 'AWS::KMS::Key':
      return [properties['KeyPolicy']];
    case 'AWS::SecretsManager::ResourcePolicy':
      return [properties['ResourcePolicy']];
    default:
      return [properties['PolicyDocument']];
  }
}

const withPolicies = [
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];

function allowing(resource: Resource): readonly Statement[] {
  return documents(resource)
    .flatMap((document) => items(map(document)['Statement']))
    .map((statement) => statement as Statement)
    .filter(({ Effect }) => Effect === 'Allow');
}

const everyone = (principal: unknown): boolean => principal === '*' || items(map(principal)['AWS']).includes('*');

export const accessRules: readonly Rule[] = [
  {
    name: 'no policy allows every action of a service',
    types: withPolicies,
    check: (resource) =>
      allowing(resource).flatMap(({ Sid, Action, NotAction, Principal }) => {
        // A key is administered by its account only through its own policy (AWS KMS Developer Guide, "Default key policy").
        const isKeysAccount = resource.type === 'AWS::KMS::Key' && textOf(map(Principal)['AWS']).endsWith(':root');
        const wide = items(Action).filter((action) => /^\*$|^[a-z0-9-]+:\*$/.test(String(action)));
        return [
          ...told(wide.length > 0 && !isKeysAccount, `${Sid ?? 'a statement'} allows ${wide.join(', ')}`),
          ...told(NotAction !== undefined, `${Sid ?? 'a statement'} allows all but some`),
        ];
      }),
  },
  {
    name: 'no policy lets everybody in',
    types: withPolicies,
    check: (resource) =>
      allowing(resource).flatMap(({ Sid, Principal, Condition }) =>
        told(
          everyone(Principal) && Object.keys(Condition ?? {}).length === 0,
          `${Sid ?? 'a statement'} admits everybody without a condition`,
        ),
      ),
  },
  {
    name: 'a role is bounded and says what it is for',
    types: ['AWS::IAM::Role'],
    check: ({ properties }) => [
      ...told(
        !textOf(properties['PermissionsBoundary']).endsWith(':policy/slipway-workload-boundary'),
        `PermissionsBoundary is ${String(properties['PermissionsBoundary'])}`,
      ),
      ...told(!/^\S.{10,}/.test(textOf(properties['Description'])), 'Description tells nothing'),
      ...told(
        items(properties['ManagedPolicyArns']).some((arn) => /:iam::aws:policy\/(?!service-role\/)/.test(String(arn))),
        'it carries a policy that AWS widens by itself',
      ),
    ],
  },
  {
    name: 'a role trusts whom it names, and no service on behalf of anybody',
    types: ['AWS::IAM::Role'],
    check: ({ properties }) => {
      const document = properties['AssumeRolePolicyDocument'];
      // A text is JSON that the template builds for keys that hold a parameter; its own tests read it.
      const statements = typeof document === 'string' ? [] : items(map(document)['Statement']).map(map);
      return statements.flatMap((statement) => {
        const principal = statement['Principal'];
        const federated = map(principal)['Federated'] !== undefined;
        return [
          ...told(everyone(principal), 'it trusts everybody'),
          ...told(
            federated && !JSON.stringify(statement['Condition'] ?? '').includes(':sub'),
            'it trusts every token of a provider',
          ),
        ];
      });
    },
  },
  {
    name: 'a function is called by one API, bucket, queue or rule, not by any of a service',
    types: ['AWS::Lambda::Permission'],
    check: ({ properties }) =>
      told(
        properties['SourceArn'] === undefined && properties['SourceAccount'] === undefined,
        `${String(properties['Principal'])} may call it for anybody`,
      ),
  },
  {
    name: 'the internet reaches ports 80 and 443 only, and every rule of a group says why',
    types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
    check: ({ type, properties }) => {
      const isGroup = type === 'AWS::EC2::SecurityGroup';
      const ingress = (isGroup ? items(properties['SecurityGroupIngress']) : [properties]).map(map);
      const all = [...ingress, ...items(properties['SecurityGroupEgress']).map(map)];
      return [
        ...ingress.flatMap((rule) => {
          const isOpen = rule['CidrIp'] === '0.0.0.0/0' || rule['CidrIpv6'] === '::/0';
          const [from, to] = [Number(rule['FromPort']), Number(rule['ToPort'])];
          return told(isOpen && !(from === to && [80, 443].includes(from)), `${from} to ${to} is open to the internet`);
        }),
        ...told(
          all.some((rule) => !/^\S.{3,}/.test(textOf(rule['Description']))),
          'a rule has no Description',
        ),
        ...told(isGroup && properties['SecurityGroupEgress'] === undefined, 'what goes out is left to the default: all'),
      ];
    },
  },
];
