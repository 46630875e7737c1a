import { UserError } from '../errors/slipway-error.ts';
import { requireSize } from '../template/parse-template.ts';
import type { Template, TemplatePath } from '../template/template.ts';
import { renewalEdits } from './renewal.ts';
import type { Sha256 } from './release.ts';

/** A replacement of `source.slice(start, end)`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a template names by path in the sources, and by digest once packaged. */
export interface PackagedParts {
  /** Logical id of a nested stack → SHA-256 of the child, packaged. */
  readonly children: ReadonlyMap<string, Sha256>;
  /** Logical id of a function → SHA-256 of its ZIP. */
  readonly functions: ReadonlyMap<string, Sha256>;
  /** Logical id of a layer → SHA-256 of its ZIP. */
  readonly layers: ReadonlyMap<string, Sha256>;
  /** Logical id of a resource that is renewed → what its id gets appended. */
  readonly renewals: ReadonlyMap<string, string>;
}

/** Where a template names code: in both, CloudFormation takes `S3Bucket` and `S3Key`. */
export const codeProperties = {
  'AWS::Lambda::Function': 'Code',
  'AWS::Lambda::LayerVersion': 'Content',
} as const;

/**
 * The template as it is uploaded: local paths replaced, in place, by what CloudFormation can reach in any account and
 * region. No line is added or taken away, so that a line of the packaged template is the same line of the source.
 *
 * @throws UserError `TEMPLATE_NEEDS_ARTIFACT_BUCKET` where the parameter is missing that the replacements stand on;
 *   `TEMPLATE_PATH_FORM` where a path is written over several lines; `TEMPLATE_TOO_LARGE`
 */
export function packageTemplate(template: Template, parts: PackagedParts): string {
  const edits = [
    ...[...parts.children].map(([id, digest]) =>
      edit(template, ['Resources', id, 'Properties', 'TemplateURL'], templateUrl(digest)),
    ),
    ...[...parts.functions].map(([id, digest]) =>
      edit(template, ['Resources', id, 'Properties', 'Code'], codeLocation(digest)),
    ),
    ...[...parts.layers].map(([id, digest]) =>
      edit(template, ['Resources', id, 'Properties', 'Content'], codeLocation(digest)),
    ),
    ...renewalEdits(template, parts.renewals),
  ];
  const needsBucket = [...parts.children.keys(), ...parts.functions.keys(), ...parts.layers.keys()][0];
  if (needsBucket !== undefined && template.body.Parameters?.['ArtifactBucket'] === undefined) {
    throw new UserError(
      'TEMPLATE_NEEDS_ARTIFACT_BUCKET',
      `${needsBucket} is packaged, but the template has no parameter ArtifactBucket`,
      {
        at: template.locateKey(['Resources', needsBucket]),
        next: 'Add the parameter ArtifactBucket (Type: String); the parent passes it on with !Ref ArtifactBucket',
      },
    );
  }
  const text = applyEdits(template.source, edits);
  requireSize(text, template.locate([]));
  return text;
}

/** Path style: the local AWS knows no other, and it is valid on AWS. Valid in YAML and in JSON. */
const templateUrl = (digest: Sha256): string =>
  `{ "Fn::Sub": "https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${digest}" }`;

const codeLocation = (digest: Sha256): string =>
  `{ "S3Bucket": { "Ref": "ArtifactBucket" }, "S3Key": "${digest}" }`;

function edit(template: Template, path: TemplatePath, text: string): TextEdit {
  const range = template.scalarRange(path);
  const at = template.locate(path);
  const source = range === null ? null : template.source.slice(range.start, range.end);
  if (range === null || source === null || source === '' || source.includes('\n')) {
    throw new UserError('TEMPLATE_PATH_FORM', `${path.slice(1).join('.')} is not a path on one line`, {
      at,
    });
  }
  return { ...range, text };
}

/** Applies edits that do not overlap. */
function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = '';
  let end = 0;
  for (const each of [...edits].sort((a, b) => a.start - b.start)) {
    if (each.start < end) throw new Error(`edits overlap at offset ${each.start}`);
    text += source.slice(end, each.start) + each.text;
    end = each.end;
  }
  return text + source.slice(end);
}
