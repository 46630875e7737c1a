import type { Position } from '../errors/position.ts';

/** Keys and indices from the document's root, as in `['Resources', 'Bucket', 'Properties', 'Tags', 0]`. */
export type TemplatePath = readonly (string | number)[];

export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: unknown;
  readonly NoEcho?: boolean;
  readonly AllowedValues?: readonly unknown[];
  readonly AllowedPattern?: string;
  readonly Description?: string;
  readonly [key: string]: unknown;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: unknown;
  readonly UpdateReplacePolicy?: unknown;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export interface TemplateOutput {
  readonly Value: unknown;
  readonly Condition?: string;
  readonly Export?: unknown;
  readonly Description?: string;
}

/** A template as plain data. Short forms are expanded: `!Ref X` is `{Ref: 'X'}`, `!GetAtt A.B` is `{'Fn::GetAtt': ['A', 'B']}`. */
export interface TemplateBody {
  readonly Description?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Rules?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
  readonly [key: string]: unknown;
}

/** A parsed template that still knows where everything stands. */
export interface Template {
  /** Relative to the repository, `/` as separator. */
  readonly file: string;
  readonly source: string;
  readonly body: TemplateBody;
  /** Where the value at `path` stands; the nearest enclosing value where the path itself does not exist. */
  locate(path: TemplatePath): Position;
  /** Where the key (not its value) of the last step of `path` stands. */
  locateKey(path: TemplatePath): Position;
  /**
   * Offsets into `source` of the scalar at `path`, with its tag and quotes, end exclusive; for edits in place. `null`
   * where `path` does not exist or holds a list or map. The path of `!Sub x` is that of the value, without `Fn::Sub`.
   */
  scalarRange(path: TemplatePath): { readonly start: number; readonly end: number } | null;
}

/** A template with its nested stacks, by the logical id of the `AWS::CloudFormation::Stack` in the parent. */
export interface TemplateTree {
  readonly template: Template;
  readonly children: ReadonlyMap<string, TemplateTree>;
}
