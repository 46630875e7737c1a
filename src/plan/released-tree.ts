import { UserError } from '../errors/slipway-error.ts';
import type { Release } from '../release/release.ts';
import { readPackagedTree } from '../template/read-template-tree.ts';
import type { TemplateTree } from '../template/template.ts';

/** A stack's packaged templates, as they lie in the release. */
export interface ReleasedTree {
  /** SHA-256 of the packaged root template. */
  readonly sha256: string;
  readonly tree: TemplateTree;
}

/**
 * Reads the templates of one stack out of a release; positions name the source files they were packaged from.
 *
 * @throws UserError `RELEASE_STACK` if the release holds no such stack; what `Release.read` and `readPackagedTree` throw
 */
export async function readReleasedTree(release: Release, stack: string): Promise<ReleasedTree> {
  const entry = release.manifest.stacks[stack];
  if (entry === undefined) {
    const choices = Object.keys(release.manifest.stacks).join(', ');
    throw new UserError(
      'RELEASE_STACK',
      `Release ${release.id.slice(0, 8)} holds no stack "${stack}"; it holds ${choices}.`,
    );
  }
  const files = new Map(release.manifest.templates.map((template) => [template.sha256, template.path]));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const tree = await readPackagedTree(entry.template, async (sha256) => ({
    file: files.get(sha256) ?? sha256,
    source: decoder.decode(await release.read(sha256)),
  }));
  return { sha256: entry.template, tree };
}
