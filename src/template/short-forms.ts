/**
 * The short forms of intrinsic functions and the long names they stand for (CloudFormation User Guide, "Intrinsic
 * function reference"; the rule functions from "Rules section").
 */
export const shortForms: Readonly<Record<string, string>> = {
  '!Ref': 'Ref',
  '!Condition': 'Condition',
  '!And': 'Fn::And',
  '!Base64': 'Fn::Base64',
  '!Cidr': 'Fn::Cidr',
  '!Contains': 'Fn::Contains',
  '!EachMemberEquals': 'Fn::EachMemberEquals',
  '!EachMemberIn': 'Fn::EachMemberIn',
  '!Equals': 'Fn::Equals',
  '!FindInMap': 'Fn::FindInMap',
  '!GetAtt': 'Fn::GetAtt',
  '!GetAZs': 'Fn::GetAZs',
  '!If': 'Fn::If',
  '!ImportValue': 'Fn::ImportValue',
  '!Join': 'Fn::Join',
  '!Length': 'Fn::Length',
  '!Not': 'Fn::Not',
  '!Or': 'Fn::Or',
  '!RefAll': 'Fn::RefAll',
  '!Select': 'Fn::Select',
  '!Split': 'Fn::Split',
  '!Sub': 'Fn::Sub',
  '!ToJsonString': 'Fn::ToJsonString',
  '!Transform': 'Fn::Transform',
  '!ValueOf': 'Fn::ValueOf',
  '!ValueOfAll': 'Fn::ValueOfAll',
};

/** `Bucket.Arn` → `['Bucket', 'Arn']`; `Child.Outputs.Url` → `['Child', 'Outputs.Url']`. */
export function splitAttribute(text: string): [string, string] | null {
  const dot = text.indexOf('.');
  return dot <= 0 || dot === text.length - 1 ? null : [text.slice(0, dot), text.slice(dot + 1)];
}
