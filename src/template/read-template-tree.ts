import { posix } from 'node:path';
import type { Position } from '../errors/position.ts';
import { SlipwayError, UserError } from '../errors/slipway-error.ts';
import { parseTemplate } from './parse-template.ts';
import type { Template, TemplatePath, TemplateTree } from './template.ts';

/** One nested stack of a template: where its `TemplateURL` stands, and what it names. */
export interface NestedStack {
  readonly logicalId: string;
  /** The path of the `TemplateURL`'s value in the parent. */
  readonly path: TemplatePath;
  readonly url: unknown;
}

/** The resources of type `AWS::CloudFormation::Stack`, in the template's order. */
export function nestedStacks(template: Template): readonly NestedStack[] {
  return Object.entries(template.body.Resources)
    .filter(([, resource]) => resource.Type === 'AWS::CloudFormation::Stack')
    .map(([logicalId, resource]) => ({
      logicalId,
      path: ['Resources', logicalId, 'Properties', 'TemplateURL'],
      url: resource.Properties?.['TemplateURL'],
    }));
}

/**
 * Reads a source template with all that it nests. A `TemplateURL` in the sources is a path relative to the template's own file.
 *
 * @param rootFile relative to the repository, `/` as separator
 * @param readSource the text of a file; rejects with code `ENOENT`, `EISDIR` or `ENOTDIR` (or a SlipwayError that ends in `_MISSING`) if there is none
 * @throws UserError `TEMPLATE_MISSING`, `TEMPLATE_CHILD_MISSING`, `TEMPLATE_URL`, `TEMPLATE_CYCLE` (shows the circle), and
 *   what `parseTemplate` throws
 */
export async function readTemplateTree(
  rootFile: string,
  readSource: (file: string) => Promise<string>,
): Promise<TemplateTree> {
  return readTree(
    posix.normalize(rootFile),
    async (file) => ({ file, source: await readSource(file) }),
    (nested, parent) => sourceChild(nested, parent),
  );
}

/**
 * Reads a packaged template with all that it nests, out of a release. A packaged `TemplateURL` ends in the child's SHA-256.
 *
 * @param rootSha256 64 hex digits: the packaged root template
 * @param readPackaged the text behind a digest, and the source file it was made from (positions are named by that)
 * @throws as `readTemplateTree`
 */
export async function readPackagedTree(
  rootSha256: string,
  readPackaged: (sha256: string) => Promise<{ readonly file: string; readonly source: string }>,
): Promise<TemplateTree> {
  return readTree(rootSha256, readPackaged, (nested, parent) => packagedChild(nested, parent));
}

/** The digest at the end of a packaged URL, be it plain or in `Fn::Sub`; `null` where there is none. */
export function packagedDigest(url: unknown): string | null {
  if (typeof url === 'string') return /(?:^|\/)([0-9a-f]{64})$/.exec(url)?.[1] ?? null;
  if (typeof url !== 'object' || url === null || !('Fn::Sub' in url)) return null;
  const text: unknown = url['Fn::Sub'];
  return packagedDigest(Array.isArray(text) ? text[0] : text);
}

type ReadTemplate = (key: string) => Promise<{ readonly file: string; readonly source: string }>;
type ChildKey = (nested: NestedStack, parent: Template) => string;

async function readTree(rootKey: string, read: ReadTemplate, childKey: ChildKey): Promise<TemplateTree> {
  const parsed = new Map<string, Promise<Template>>();
  const parse = (key: string): Promise<Template> => {
    const known = parsed.get(key);
    if (known) return known;
    const template = read(key).then(({ source, file }) => parseTemplate(source, file));
    parsed.set(key, template);
    return template;
  };

  const visit = async (
    key: string,
    above: readonly string[],
    names: readonly string[],
  ): Promise<TemplateTree> => {
    const template = await parse(key);
    const children = new Map<string, TemplateTree>();
    for (const nested of nestedStacks(template)) {
      const at = template.locate(nested.path);
      const child = childKey(nested, template);
      const trail = [...above, key];
      const start = trail.indexOf(child);
      if (start !== -1) {
        const circle = [...names, template.file].slice(start);
        throw new UserError(
          'TEMPLATE_CYCLE',
          `The nested stack ${nested.logicalId} closes a circle: ${[...circle, circle[0] ?? ''].join(' → ')}`,
          { at },
        );
      }
      const tree = await visit(child, trail, [...names, template.file]).catch((error: unknown) => {
        throw isMissing(error) ? missingChild(nested, child, at, error) : error;
      });
      children.set(nested.logicalId, tree);
    }
    return { template, children };
  };

  return visit(rootKey, [], []).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw new UserError('TEMPLATE_MISSING', `There is no template ${rootKey}`, { cause: error });
  });
}

function missingChild(nested: NestedStack, child: string, at: Position, cause: unknown): UserError {
  return new UserError(
    'TEMPLATE_CHILD_MISSING',
    `The nested stack ${nested.logicalId} names ${child}, which is not there`,
    { at, cause, next: 'TemplateURL is a path relative to the template that names it' },
  );
}

function isMissing(error: unknown): boolean {
  if (error instanceof SlipwayError) return error.code === 'ARTIFACT_MISSING';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}

function sourceChild(nested: NestedStack, parent: Template): string {
  const at = parent.locate(nested.path);
  const { url } = nested;
  if (typeof url !== 'string' || url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('/')) {
    throw new UserError(
      'TEMPLATE_URL',
      `The TemplateURL of ${nested.logicalId} is ${typeof url === 'string' ? `"${url}"` : 'not a plain text'}; ` +
        'it must be a path relative to this file, such as ../modules/bucket.yml',
      { at, next: 'A release packages nested templates by their contents and writes the URL itself' },
    );
  }
  const file = posix.normalize(posix.join(posix.dirname(parent.file), url));
  if (file.startsWith('../')) {
    throw new UserError(
      'TEMPLATE_URL',
      `The TemplateURL of ${nested.logicalId} leads out of the repository: ${url}`,
      { at },
    );
  }
  return file;
}

function packagedChild(nested: NestedStack, parent: Template): string {
  const digest = packagedDigest(nested.url);
  if (digest !== null) return digest;
  throw new UserError(
    'TEMPLATE_URL',
    `The TemplateURL of ${nested.logicalId} in the packaged ${parent.file} does not end in a SHA-256`,
    { at: parent.locate(nested.path), next: 'Make the release again: slipway release <system>' },
  );
}
