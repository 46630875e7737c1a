import { evaluateTree, type EvaluatedStack } from '../../template/evaluate-tree.ts';
import type { PseudoParameters } from '../../template/evaluate.ts';
import { lineage, type Evaluated } from '../../template/evaluated.ts';
import type { TemplateTree } from '../../template/template.ts';
import { looksSecret, masked, type SecretTexts } from '../secret-text.ts';

/** What a value prints as that no template makes: it was set by hand, and may be a secret. */
export const notShown = '(not shown)';

/** A drifted property's values as they may be printed. */
export interface ShownDrift {
  readonly expected: string | null;
  readonly actual: string | null;
  readonly secret: boolean;
}

export interface DriftMask {
  /** @param path logical ids from the root to the stack */
  show(
    at: { readonly path: readonly string[]; readonly logicalId: string; readonly steps: readonly string[] },
    values: { readonly expected: string | null; readonly actual: string | null },
  ): ShownDrift;
}

/** Templates and parameters on one side: as deployed, or as released. */
export interface MaskSide {
  readonly tree: TemplateTree;
  readonly parameters: Readonly<Record<string, string | Evaluated>>;
  readonly pseudo: PseudoParameters;
}

/**
 * Masks what drift detection tells by lineage, as the plan's own values are: a property that a secret goes into in the deployed
 * template or in the released one, and every text that looks like a secret. A value is shown only where the deployed
 * template makes that property from what is no secret; of anything else nobody knows where it comes from. Where a template has
 * but a stand-in for a credential, what was put there by hand is not shown either.
 *
 * @param deployed `null` where the deployed template can't be read: then nothing is shown
 */
export function driftMask(deployed: MaskSide | null, released: MaskSide, secrets: SecretTexts): DriftMask {
  let sides: readonly (EvaluatedStack | null)[] | null = null;
  const evaluated = (): readonly (EvaluatedStack | null)[] =>
    (sides ??= [deployed, released].map((side) => side && evaluateTree(side.tree, side)));
  return {
    show: ({ path, logicalId, steps }, { expected, actual }) => {
      const [before, after] = evaluated().map((root) => root && partOf(root, path, logicalId, steps));
      const secret =
        before?.secret === true ||
        after?.secret === true ||
        looksSecret(expected, secrets) ||
        looksSecret(actual, secrets);
      if (secret) return { expected: masked(expected, true), actual: masked(actual, true), secret };
      if (before?.made !== true)
        return { expected: expected && notShown, actual: actual && notShown, secret };
      const isHidden =
        actual !== null && (holdsMore(expected, actual) || mayBeCredential(before.type, steps, actual));
      return { expected, actual: isHidden ? notShown : actual, secret };
    },
  };
}

/** Names that a credential goes by, as the last step of a property's path. */
const credential = /pass(?:word|wd|phrase)|secret|token|credential|(?:api|access|private|signing)[_-]?key/i;

/** A number, a switch and an ARN are no credentials, whatever they are called. */
function mayBeCredential(type: string | null, steps: readonly string[], actual: string): boolean {
  if (/^(?:-?[\d.]+|true|false|arn:.*)$/.test(actual)) return false;
  const name = steps.findLast((step) => !/^\d+$/.test(step)) ?? '';
  return credential.test(name) || (type === 'AWS::SSM::Parameter' && name === 'Value');
}

interface Part {
  /** The template makes it. */
  readonly made: boolean;
  readonly secret: boolean;
  /** The resource's; `null` where no template has it. */
  readonly type: string | null;
}

function partOf(
  root: EvaluatedStack,
  path: readonly string[],
  logicalId: string,
  steps: readonly string[],
): Part {
  const stack = path.reduce<EvaluatedStack | undefined>((at, id) => at?.children.get(id), root);
  const resource = stack?.resources.find((each) => each.logicalId === logicalId);
  if (resource === undefined) return { made: false, secret: false, type: null };
  const { type } = resource;
  let part = resource.properties;
  for (const step of steps) {
    // Items of a list as it is need not stand where the template has them: any of them may be meant.
    if (part.kind !== 'map') break;
    const next = part.entries.get(step);
    // Beside a secret, what was put there by hand is as likely to be one.
    if (next === undefined || next.kind === 'none')
      return { made: false, secret: lineage(part).secret, type };
    part = next;
  }
  return { made: part.kind !== 'none', secret: lineage(part).secret, type };
}

/** Whether a value holds anything in a place where the expected one has nothing. */
function holdsMore(expected: string | null, actual: string): boolean {
  const is = parsed(actual);
  if (typeof is !== 'object' || is === null) return expected === null;
  return exceeds(expected === null ? undefined : parsed(expected), is);
}

function exceeds(expected: unknown, actual: unknown): boolean {
  if (typeof actual !== 'object' || actual === null) return expected === undefined;
  if (typeof expected !== 'object' || expected === null) return true;
  return Object.entries(actual).some(([key, value]) =>
    exceeds((expected as Readonly<Record<string, unknown>>)[key], value),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // A text as it is, not JSON.
  }
}
