import { suggestion } from '../template/nearest.ts';
import { nestedStacks } from '../template/read-template-tree.ts';
import { references } from '../template/references.ts';
import type { Template, TemplateResource, TemplateTree } from '../template/template.ts';
import { finding, type Finding } from './finding.ts';

/**
 * What a tree of nested stacks must hold together by: every child's parameter without a default is fed, nothing is passed that
 * the child does not take, every output that is used exists. cfn-lint looks at one template at a time.
 */
export function nestedWiring(tree: TemplateTree): readonly Finding[] {
  const own = nestedStacks(tree.template).flatMap(({ logicalId }) => {
    const child = tree.children.get(logicalId);
    return child === undefined ? [] : parametersOf(tree.template, logicalId, child.template);
  });
  return [
    ...own,
    ...outputsUsed(tree),
    ...artifactBucket(tree.template),
    ...transform(tree.template),
    ...[...tree.children.values()].flatMap(nestedWiring),
  ];
}

function parametersOf(parent: Template, logicalId: string, child: Template): readonly Finding[] {
  const path = ['Resources', logicalId, 'Properties', 'Parameters'];
  const fed: unknown = parent.body.Resources[logicalId]?.Properties?.['Parameters'] ?? {};
  if (typeof fed !== 'object' || fed === null || 'Fn::If' in fed) return [];
  const taken = child.body.Parameters ?? {};
  const missing = Object.entries(taken)
    .filter(([name, parameter]) => parameter.Default === undefined && !(name in fed))
    .map(([name]) =>
      finding(
        'wiring/parameter-missing',
        `The nested stack ${logicalId} does not feed ${name}, which ${child.file} needs`,
        parent.locateKey(
          'Parameters' in (parent.body.Resources[logicalId]?.Properties ?? {}) ? path : path.slice(0, 2),
        ),
        name === 'ArtifactBucket'
          ? 'Packaged templates and code are found through it: ArtifactBucket: !Ref ArtifactBucket'
          : `It is declared at ${child.file}:${child.locateKey(['Parameters', name]).line}, without a Default`,
      ),
    );
  const unknown = Object.keys(fed)
    .filter((name) => !(name in taken))
    .map((name) => {
      const unfed = Object.keys(taken).filter((other) => !(other in fed));
      const hint = suggestion(name, unfed) ?? `It takes ${Object.keys(taken).join(', ') || 'no parameters'}`;
      return finding(
        'wiring/parameter-unknown',
        `The nested stack ${logicalId} is fed ${name}, which ${child.file} does not take`,
        parent.locateKey([...path, name]),
        hint,
      );
    });
  return [...missing, ...unknown];
}

function outputsUsed({ template, children }: TemplateTree): readonly Finding[] {
  return references(template.body).flatMap((reference) => {
    if (reference.kind !== 'attribute') return [];
    const child = children.get(reference.name);
    if (child === undefined) return [];
    const at = template.locate(reference.path);
    const outputs = Object.keys(child.template.body.Outputs ?? {});
    const name = /^Outputs\.(.+)$/.exec(reference.attribute)?.[1];
    if (name !== undefined && outputs.includes(name)) return [];
    const choices = `${child.template.file} has ${outputs.length === 0 ? 'no outputs' : `the outputs ${outputs.join(', ')}`}`;
    if (name === undefined) {
      return [
        finding(
          'wiring/output-unknown',
          `${reference.name}.${reference.attribute} is no output; the nested stack's outputs are read as ${reference.name}.Outputs.<name>`,
          at,
          choices,
        ),
      ];
    }
    return [
      finding(
        'wiring/output-unknown',
        `The nested stack ${reference.name} has no output ${name}`,
        at,
        suggestion(name, outputs) ?? choices,
      ),
    ];
  });
}

/** True where packaging writes a reference to `ArtifactBucket` into the template. */
export function isPackaged(template: Template): boolean {
  return packagedResource(template) !== null;
}

function packagedResource(template: Template): string | null {
  const isPackagedResource = ({ Type: type, Properties }: TemplateResource): boolean =>
    type === 'AWS::CloudFormation::Stack' ||
    (type === 'AWS::Lambda::Function' && typeof Properties?.['Code'] === 'string') ||
    (type === 'AWS::Lambda::LayerVersion' && typeof Properties?.['Content'] === 'string');
  const found = Object.entries(template.body.Resources).find(([, resource]) => isPackagedResource(resource));
  return found?.[0] ?? null;
}

function artifactBucket(template: Template): readonly Finding[] {
  const resource = packagedResource(template);
  if (resource === null || template.body.Parameters?.['ArtifactBucket'] !== undefined) return [];
  return [
    finding(
      'wiring/artifact-bucket',
      `${resource} is packaged, but the template has no parameter ArtifactBucket`,
      template.locateKey(['Resources', resource]),
      'Declare ArtifactBucket: { Type: String }; a release finds packaged templates and code through it',
    ),
  ];
}

function transform(template: Template): readonly Finding[] {
  if (template.body['Transform'] === undefined) return [];
  return [
    finding(
      'template/transform',
      'The template uses a Transform; nested change sets of templates with one are not to be had',
      template.locateKey(['Transform']),
      'Write out what the transform makes',
    ),
  ];
}
