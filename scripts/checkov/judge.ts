import type { Template } from '../../src/template/template.ts';
import type { EvaluatedTemplate } from './evaluated-templates.ts';

/** One thing that checkov finds. */
export interface Failed {
  /** The evaluated template's. */
  readonly name: string;
  /** `CKV_AWS_18` */
  readonly check: string;
  readonly says: string;
  readonly logicalId: string;
}

/**
 * What is left to say, one line each with file and line of the source: what checkov finds and no suppression on its resource
 * explains, and suppressions that nothing needs. A suppression is an entry of `Metadata.checkov.skip` with `id` and `comment`.
 */
export function judge(templates: readonly EvaluatedTemplate[], failed: readonly Failed[]): readonly string[] {
  const byName = new Map(templates.map((each) => [each.name, each]));
  const used = new Set<string>();
  const open = failed.flatMap(({ name, check, says, logicalId }) => {
    const found = byName.get(name);
    if (found === undefined) return [`${name}: ${check} ${says}`];
    const { template, madeBy } = found;
    if (suppressions(template, logicalId).some(({ id }) => id === check)) {
      used.add(`${template.file} ${logicalId} ${check}`);
      return [];
    }
    const where = madeBy.length === 0 ? '' : ` (${madeBy.join(', ')})`;
    return [`${place(template, logicalId)} ${check} ${says}: ${logicalId}${where}`];
  });
  const sources = new Map(templates.map(({ template }) => [template.file, template]));
  const stale = [...sources.values()].flatMap((template) =>
    Object.keys(template.body.Resources).flatMap((logicalId) =>
      suppressions(template, logicalId).flatMap(({ id, comment }) => {
        if (comment.length < 20) return [`${place(template, logicalId)} ${id} of ${logicalId} has no reason`];
        if (used.has(`${template.file} ${logicalId} ${id}`)) return [];
        return [`${place(template, logicalId)} ${id} of ${logicalId} is suppressed, but not found`];
      }),
    ),
  );
  return [...new Set([...open, ...stale])].sort();
}

interface Suppression {
  readonly id: string;
  readonly comment: string;
}

function suppressions(template: Template, logicalId: string): readonly Suppression[] {
  const { checkov } = (template.body.Resources[logicalId]?.Metadata ?? {}) as {
    readonly checkov?: { readonly skip?: readonly Partial<Suppression>[] };
  };
  return (checkov?.skip ?? []).map(({ id = '', comment = '' }) => ({ id, comment }));
}

function place(template: Template, logicalId: string): string {
  return `${template.file}:${template.locateKey(['Resources', logicalId]).line}`;
}
