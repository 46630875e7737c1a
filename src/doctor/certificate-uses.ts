import { exact, type Evaluated } from '../template/evaluated.ts';
import { below, type EnvironmentStack, type PlacedResource } from './system-stacks.ts';

/** A resource that serves with a certificate. */
export interface CertificateUse {
  /** `app Site/Distribution`. */
  readonly name: string;
  /** Where the certificate has to lie for it. */
  readonly region: string;
  /** What it serves; empty where a resource of its type names none, `null` where only the deployment tells. */
  readonly domains: readonly string[] | null;
}

/** CloudFront and edge-optimised APIs take certificates from there only. */
const edge = 'us-east-1';

/** The resources of one environment's stacks that take this certificate. */
export function usesOf(arn: string, stacks: readonly EnvironmentStack[]): readonly CertificateUse[] {
  return stacks.flatMap(({ instance, resources }) =>
    (resources ?? [])
      .filter(({ type, properties }) => type !== 'AWS::CloudFormation::Stack' && holds(properties, arn))
      .map((resource) => ({ name: `${instance.name} ${resource.place}`, ...useOf(resource, arn, instance) })),
  );
}

/** The resource reference of each type: which property takes a certificate, and from which region. */
function useOf(
  { type, properties }: PlacedResource,
  arn: string,
  { region }: EnvironmentStack['instance'],
): Omit<CertificateUse, 'name'> {
  switch (type) {
    case 'AWS::CloudFront::Distribution':
      return { region: edge, domains: texts(below(properties, 'DistributionConfig', 'Aliases')) };
    case 'AWS::ApiGateway::DomainName': {
      const isEdge = holds(below(properties, 'CertificateArn'), arn);
      return { region: isEdge ? edge : region, domains: texts(below(properties, 'DomainName')) };
    }
    case 'AWS::ApiGatewayV2::DomainName':
      return { region, domains: texts(below(properties, 'DomainName')) };
    default:
      return { region, domains: [] };
  }
}

function holds(evaluated: Evaluated, text: string): boolean {
  switch (evaluated.kind) {
    case 'value':
      return evaluated.value === text;
    case 'list':
      return evaluated.items.some((item) => holds(item, text));
    case 'map':
      return [...evaluated.entries.values()].some((entry) => holds(entry, text));
    case 'unresolved':
    case 'none':
      return false;
  }
}

function texts(evaluated: Evaluated): readonly string[] | null {
  if (evaluated.kind === 'none') return [];
  const data = exact(evaluated);
  if (data === undefined) return null;
  return (Array.isArray(data) ? data : [data]).map(String);
}
