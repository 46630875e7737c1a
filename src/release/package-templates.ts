import { posix } from 'node:path';
import { UserError } from '../errors/slipway-error.ts';
import { sha256 } from '../runtime/sha256.ts';
import type { Template, TemplateTree } from '../template/template.ts';
import { codeProperties, packageTemplate } from './package-template.ts';
import type { Sha256 } from './release.ts';
import { renewalsOf, renewalSuffix } from './renewal.ts';

/** A function's or layer's code as a template names it. */
export interface FunctionReference {
  readonly template: Template;
  readonly logicalId: string;
  /** Relative to the repository. */
  readonly folder: string;
  /** `null` where the template computes it, and for a layer. */
  readonly handler: string | null;
}

export interface PackagedTemplate {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
  readonly sha256: Sha256;
}

/**
 * The functions of a template whose `Code` is a path in the sources.
 *
 * @throws UserError `FUNCTION_PATH` where the path leads out of the repository
 */
export const functionsOf = (template: Template): readonly FunctionReference[] =>
  codeOf(template, 'AWS::Lambda::Function');

/**
 * The layers of a template whose `Content` is a path in the sources.
 *
 * @throws as `functionsOf`
 */
export const layersOf = (template: Template): readonly FunctionReference[] =>
  codeOf(template, 'AWS::Lambda::LayerVersion');

function codeOf(template: Template, type: keyof typeof codeProperties): readonly FunctionReference[] {
  const property = codeProperties[type];
  return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
    const code = resource.Properties?.[property];
    if (resource.Type !== type || typeof code !== 'string') return [];
    const handler = resource.Properties?.['Handler'];
    const folder = relativeTo(template, code);
    if (folder === null) {
      throw new UserError(
        'FUNCTION_PATH',
        `${property} of ${logicalId} leads out of the repository: ${code}`,
        {
          at: template.locate(['Resources', logicalId, 'Properties', property]),
          next: 'Name a folder relative to this template, such as ../../lambda/authorizer',
        },
      );
    }
    return [{ template, logicalId, folder, handler: typeof handler === 'string' ? handler : null }];
  });
}

export interface PackagingSources {
  /** Folder of a function or layer → SHA-256 of its ZIP. */
  readonly functions: ReadonlyMap<string, Sha256>;
  /** The text of a file of the repository. */
  readonly readSource: (file: string) => Promise<string>;
}

/**
 * Packages a template with all that it nests, from the leaves to the root, so that each parent names the digest of its
 * child. A template that stands in several places of the tree is packaged once.
 *
 * @returns the packaged templates by file; the root's is among them
 * @throws what `packageTemplate` throws, and UserError `TEMPLATE_RENEW_WITH` for a template that is not there
 */
export async function packageTemplates(
  tree: TemplateTree,
  sources: PackagingSources,
  packaged = new Map<string, PackagedTemplate>(),
): Promise<ReadonlyMap<string, PackagedTemplate>> {
  const { template } = tree;
  if (packaged.has(template.file)) return packaged;
  const children = new Map<string, Sha256>();
  for (const [logicalId, child] of tree.children) {
    await packageTemplates(child, sources, packaged);
    children.set(logicalId, digestOf(packaged, child.template.file));
  }
  const digests = (references: readonly FunctionReference[]): ReadonlyMap<string, Sha256> =>
    new Map(references.map(({ logicalId, folder }) => [logicalId, sources.functions.get(folder) ?? '']));
  const [functions, layers] = [digests(functionsOf(template)), digests(layersOf(template))];
  const renewals = await suffixes(template, sources);
  const text = packageTemplate(template, { children, functions, layers, renewals });
  packaged.set(template.file, { file: template.file, text, sha256: sha256(text) });
  return packaged;
}

async function suffixes(
  template: Template,
  { functions, readSource }: PackagingSources,
): Promise<ReadonlyMap<string, string>> {
  const entries = renewalsOf(template).map(async ({ logicalId, templates, path }) => {
    const texts = templates.map(async (name, index) => {
      if (name === 'self') return template.source;
      const file = relativeTo(template, name);
      // A version of a function is a snapshot of its code.
      const code = file === null ? undefined : functions.get(file);
      if (code !== undefined) return code;
      try {
        if (file !== null) return await readSource(file);
      } catch {
        // Said below, with the place.
      }
      throw new UserError(
        'TEMPLATE_RENEW_WITH',
        `RenewWith of ${logicalId} names ${name}, which is not there`,
        {
          at: template.locate([...path, index]),
          next: 'Name self, or a template or the folder of a function by its path relative to this file',
        },
      );
    });
    return [logicalId, renewalSuffix(await Promise.all(texts))] as const;
  });
  return new Map(await Promise.all(entries));
}

/** A path in a template, relative to the repository; `null` where it leads out. */
function relativeTo(template: Template, path: string): string | null {
  const joined = posix.normalize(posix.join(posix.dirname(template.file), path)).replace(/\/$/, '');
  return joined.startsWith('..') || path.startsWith('/') ? null : joined;
}

function digestOf(packaged: ReadonlyMap<string, PackagedTemplate>, file: string): Sha256 {
  const found = packaged.get(file);
  if (!found) throw new Error(`${file} is not packaged`);
  return found.sha256;
}
