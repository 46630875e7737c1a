import {
  NOT_RESOLVED,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  load,
  YAML11_SCHEMA,
  type TagDefinition,
} from 'js-yaml';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Fields;
  readonly [attribute: string]: Value | undefined;
}

export interface ParameterDefinition {
  readonly Type: string;
  readonly Default?: Value;
  readonly NoEcho?: Value;
}

/** A template with every intrinsic function in its long form. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, ParameterDefinition>>;
  readonly Conditions?: Fields;
  readonly Mappings?: Fields;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, Fields>>;
}

/** A template as one stack has it. */
export interface StackIdentity {
  readonly template: Template;
  /** Values of all parameters, defaults included. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly stackName: string;
  readonly stackId: string;
  readonly region: string;
  readonly account: string;
}

/** Short forms of YAML: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const shortForms = [
  ...[
    'And',
    'Base64',
    'Cidr',
    'Equals',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Length',
  ],
  ...['Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform'],
  // Of the Rules section.
  ...['Contains', 'EachMemberEquals', 'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll'],
];

function longName(tagName: string): string {
  const short = tagName.slice(1);
  return short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`;
}

function tagsOf(tagName: string): TagDefinition[] {
  const name = longName(tagName);
  const never = (): boolean => false;
  return [
    defineScalarTag(tagName, {
      identify: never,
      resolve: (source) => ({ [name]: name === 'Fn::GetAtt' ? splitAttribute(source) : source }),
    }),
    defineSequenceTag<Value[], Value>(tagName, {
      identify: never,
      create: () => [],
      addItem: (items, item) => {
        items.push(item as Value);
      },
      finalize: (items) => ({ [name]: items }),
    }),
    defineMappingTag<Record<string, Value>>(tagName, {
      identify: never,
      create: () => ({}),
      addPair: (fields, key, value) => {
        fields[String(key)] = value as Value;
        return '';
      },
      has: (fields, key) => String(key) in fields,
      keys: (fields) => Object.keys(fields),
      get: (fields, key) => fields[String(key)],
      finalize: (fields) => ({ [name]: fields }),
    }),
  ];
}

function splitAttribute(source: string): [string, string] {
  const dot = source.indexOf('.');
  return [source.slice(0, dot), source.slice(dot + 1)];
}

/** YAML 1.1 without dates: CloudFormation keeps `2012-10-17` as text. */
const schema = YAML11_SCHEMA.withTags(
  ['!Ref', '!Condition', ...shortForms.map((name) => `!${name}`)].flatMap(tagsOf),
  defineScalarTag('tag:yaml.org,2002:timestamp', {
    implicit: true,
    implicitFirstChars: '0 1 2 3 4 5 6 7 8 9'.split(' '),
    identify: () => false,
    resolve: (source) => (/^\d{4}-\d\d?-\d\d?/.test(source) ? source : NOT_RESOLVED),
  }),
);

/** Reads a template in YAML or JSON. Throws what js-yaml throws for text that is neither. */
export function readTemplate(text: string): Template {
  const template = load(text, { schema }) as Partial<Template>;
  return { ...template, Resources: template.Resources ?? {} };
}
