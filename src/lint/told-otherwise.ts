import type { Template, TemplateTree } from '../template/template.ts';
import type { Finding } from './finding.ts';
import { isPackaged } from './nested-wiring.ts';

/**
 * Which findings of cfn-lint are left out, since it looks at one template as it is written:
 * W2001 an `ArtifactBucket` that seems unused, for packaging writes its uses; E1010 a `GetAtt` of an output that a nested stack
 * does not have, where our own rule says it with the choices; I3011 deletion policies of a nested stack, which holds no data
 * itself: what it nests has policies of its own, and they hold when the nested stack goes.
 *
 * @param trees all that the repository nests
 * @param findings of our own rules
 */
export function toldOtherwise(
  trees: readonly TemplateTree[],
  findings: readonly Finding[],
): (finding: Finding) => boolean {
  const templates = new Map(trees.flatMap(withChildren).map(({ template }) => [template.file, template]));
  return ({ rule, message, at }) => {
    const template = templates.get(at.file);
    switch (rule) {
      case 'W2001':
        return /^Parameter ArtifactBucket\b/.test(message) && template !== undefined && isPackaged(template);
      case 'E1010':
        return findings.some(
          (own) => own.rule === 'wiring/output-unknown' && own.at.file === at.file && own.at.line === at.line,
        );
      case 'I3011':
        return template !== undefined && isNestedStack(template, at.line);
      default:
        return false;
    }
  };
}

function isNestedStack(template: Template, line: number): boolean {
  return Object.entries(template.body.Resources).some(
    ([logicalId, { Type: type }]) =>
      type === 'AWS::CloudFormation::Stack' && template.locateKey(['Resources', logicalId]).line === line,
  );
}

function withChildren(tree: TemplateTree): readonly TemplateTree[] {
  return [tree, ...[...tree.children.values()].flatMap(withChildren)];
}
