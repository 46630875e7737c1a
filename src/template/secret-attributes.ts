import type { TemplateResource } from './template.ts';

/**
 * Attributes that are secrets by themselves (CloudFormation resource reference, "Return values" of each type): whoever has
 * one may act as somebody.
 */
const secretAttributes: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::AccessKey': ['SecretAccessKey'],
  'AWS::Cognito::UserPoolClient': ['ClientSecret'],
  'AWS::AppSync::ApiKey': ['ApiKey'],
  'AWS::IVS::StreamKey': ['Value'],
};

/** Properties that name a resource: its `Ref`, its ARN and its address hold what they are given. */
const naming = /(?:Name|Identifier|Id)$/;

/**
 * Whether what a resource gives is a secret: by its type, because the attribute repeats a property that a secret went into
 * (`AWS::SSM::Parameter`, `Value`), because a secret names the resource, or because a custom resource computes it from one.
 *
 * @param attribute `null` for its `Ref`
 * @param isSecret whether a secret goes into a part of the template
 */
export function givesSecret(
  resource: TemplateResource | undefined,
  attribute: string | null,
  isSecret: (part: unknown) => boolean,
): boolean {
  if (resource === undefined || resource.Type === 'AWS::CloudFormation::Stack') return false;
  const { Type, Properties = {} } = resource;
  if (attribute !== null && secretAttributes[Type]?.includes(attribute) === true) return true;
  if (attribute !== null && Properties[attribute] !== undefined) return isSecret(Properties[attribute]);
  const isCustom = Type.startsWith('Custom::') || Type === 'AWS::CloudFormation::CustomResource';
  if (isCustom && attribute !== null) return isSecret(Properties);
  return Object.entries(Properties).some(([name, value]) => naming.test(name) && isSecret(value));
}
