import { isListType, isNoEcho } from '../template/parameter-values.ts';
import type { TemplateParameter } from '../template/template.ts';

/**
 * What is wrong with a value by the parameter's own type and constraints, to stand behind the parameter's name, with the
 * template's `ConstraintDescription` at the end; `null` where nothing is. Constraints of a list hold for each item
 * (CloudFormation User Guide, "Parameters"). A value with a dynamic reference is judged when it is deployed. A secret, or a
 * `NoEcho` parameter's value, is not repeated.
 */
export function violation(parameter: TemplateParameter, value: string, secret = false): string | null {
  if (value.includes('{{resolve:')) return null;
  const items = isListType(parameter.Type) ? value.split(',').map((item) => item.trim()) : [value];
  for (const item of items) {
    const wrong = itemViolation(parameter, item);
    if (wrong === null) continue;
    const { ConstraintDescription: description } = parameter;
    const why = typeof description === 'string' ? `: ${description}` : '';
    return `is ${secret || isNoEcho(parameter) ? 'a value (not shown) that' : `"${item}", which`} ${wrong}${why}`;
  }
  return null;
}

function itemViolation(parameter: TemplateParameter, item: string): string | null {
  const { AllowedValues: allowed, AllowedPattern: pattern } = parameter;
  const shape = shapes[itemType(parameter.Type)];
  if (shape !== undefined && !shape.pattern.test(item)) return `is no ${shape.name}`;
  if (/^(List<)?Number>?$/.test(parameter.Type)) {
    if (item.trim() === '' || !Number.isFinite(Number(item))) return 'is no number';
    const least = limit(parameter['MinValue']);
    const most = limit(parameter['MaxValue']);
    if (least !== null && Number(item) < least) return `is less than ${least}`;
    if (most !== null && Number(item) > most) return `is more than ${most}`;
  }
  if (allowed !== undefined && !allowed.map(String).includes(item)) {
    return `is not one of ${allowed.map((each) => `"${String(each)}"`).join(', ')}`;
  }
  const shortest = limit(parameter['MinLength']);
  const longest = limit(parameter['MaxLength']);
  if (shortest !== null && item.length < shortest) return `is shorter than ${shortest} characters`;
  if (longest !== null && item.length > longest) return `is longer than ${longest} characters`;
  if (typeof pattern === 'string' && wholePattern(pattern)?.test(item) === false) {
    return `does not match ${pattern}`;
  }
  return null;
}

function limit(value: unknown): number | null {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? null : number;
}

/** `AWS::EC2::Subnet::Id` for a list of them; every `AWS::SSM::Parameter::…` takes the name of a parameter. */
function itemType(type: string): string {
  if (type.startsWith('AWS::SSM::Parameter::')) return 'AWS::SSM::Parameter::Name';
  return /^List<(?<item>.+)>$/.exec(type)?.groups?.['item'] ?? type;
}

interface Shape {
  readonly name: string;
  readonly pattern: RegExp;
}

function ec2Id(name: string, prefix: string): Shape {
  return { name, pattern: new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`) };
}

/**
 * What values of AWS-specific types look like (CloudFormation User Guide, "Specify existing resources at runtime with
 * CloudFormation-supplied parameter types"); whether the account has such a thing is asked when the stack is made. Names of
 * key pairs and security groups take almost anything. Parameter names: Systems Manager User Guide, "Creating parameter names".
 */
const shapes: Readonly<Record<string, Shape>> = {
  'AWS::EC2::AvailabilityZone::Name': {
    name: 'availability zone',
    pattern: /^[a-z]{2,3}(-[a-z]+)+-[0-9]([a-z]|-[a-z0-9-]+)$/,
  },
  'AWS::EC2::Image::Id': ec2Id('image id', 'ami'),
  'AWS::EC2::Instance::Id': ec2Id('instance id', 'i'),
  'AWS::EC2::SecurityGroup::Id': ec2Id('security group id', 'sg'),
  'AWS::EC2::Subnet::Id': ec2Id('subnet id', 'subnet'),
  'AWS::EC2::Volume::Id': ec2Id('volume id', 'vol'),
  'AWS::EC2::VPC::Id': ec2Id('VPC id', 'vpc'),
  'AWS::Route53::HostedZone::Id': { name: 'hosted zone id', pattern: /^Z[A-Z0-9]{1,31}$/ },
  'AWS::SSM::Parameter::Name': { name: 'name of an SSM parameter', pattern: /^[a-zA-Z0-9_./:-]{1,2048}$/ },
};

/**
 * CloudFormation matches the whole value, by Java's rules; `null` for what JavaScript reads otherwise or not at all:
 * possessive quantifiers, flags within a group, intersections of classes, and Java's own escapes (`\h`, `\A`, `\p{Alnum}`).
 * Such a pattern is judged when the stack is made.
 */
export function wholePattern(pattern: string): RegExp | null {
  if (/&&|\\Q/.test(pattern)) return null;
  try {
    return new RegExp(`^(?:${pattern})$`, 'su');
  } catch {
    // The Unicode mode refuses an escape that means nothing, such as `\@`; without it, unknown letters lose their backslash.
    if (/\\[^\W\d_dDwWsSbBtnrfv]/.test(pattern)) return null;
  }
  try {
    return new RegExp(`^(?:${pattern})$`, 's');
  } catch {
    return null;
  }
}
