import { posix } from 'node:path';
import { environmentNames, type EnvironmentName } from '../config/environment-name.ts';
import { environmentFile, listSystems, loadSystem, systemFile } from '../config/load.ts';
import { parseEnvironment } from '../config/parse-environment.ts';
import { parseSystem } from '../config/parse-system.ts';
import { stackInstances } from '../config/stack-instances.ts';
import type { SiteDefinition, StackInstance, SystemDefinition } from '../config/system.ts';
import { UserError, UserErrors } from '../errors/slipway-error.ts';
import { composeStaticPlan } from '../plan/compose-static-plan.ts';
import type { StaticEntry, StaticPlan } from '../plan/static-plan.ts';
import { staticStacks, type StaticSide } from '../plan/static-stacks.ts';
import { short } from '../runtime/sha256.ts';
import { codeChange, codeMark, withCodeNamed, type CodeChange } from './code-changes.ts';
import { commitId, gitIn } from './git.ts';
import { packagedSide } from './packaged-side.ts';
import { isAtOrBelow } from './package-files.ts';
import type { SourceTree } from './source-tree.ts';
import { siteParts } from './system-sources.ts';

export interface StaticPlanOptions {
  /** The repository's folder, or the folder of a repository that holds `params/`; as it lies there, it is what is compared. */
  readonly root: string;
  readonly system: string;
  /** In promotion order; all of them if left out. */
  readonly environments?: readonly EnvironmentName[];
  /** What it is compared with: a commit's id, a branch, `HEAD^1`. */
  readonly base: string;
}

/**
 * What a change of the sources would do to a system, told by its templates and parameter files alone: for the pull request
 * of a fork, which has no credentials. Nothing of the sources runs and no package is read. An environment that can't be
 * read has its problem in place of its plan.
 *
 * @throws UserError `SYSTEM_UNKNOWN`, `COMMIT_UNKNOWN`, `COMMIT_ABSENT` where the clone lacks the base, `GIT_MISSING`,
 *   `GIT_FAILED`
 */
export async function staticPlans(options: StaticPlanOptions): Promise<readonly StaticEntry[]> {
  const { root, system, environments = environmentNames, base } = options;
  if (!(await listSystems(root)).includes(system)) await loadSystem(root, system); // throws with the choices
  const git = gitIn(root);
  const commit = await commitId(git, base);
  const comparison: Comparison = {
    system,
    before: git.at(commit),
    after: git.workingTree(),
    changed: await git.changedSince(commit),
    code: new Map(),
  };
  const entries: StaticEntry[] = [];
  for (const environment of environments) {
    try {
      entries.push({ environment, plan: await planOne(comparison, environment) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      entries.push({ environment, plan: null, problem: problemText(error) });
    }
  }
  return entries;
}

interface Comparison {
  readonly system: string;
  readonly before: SourceTree;
  readonly after: SourceTree;
  readonly changed: ReadonlySet<string>;
  /** What is known of functions' code so far, by folder. */
  readonly code: Map<string, CodeChange>;
}

interface Sources {
  readonly definition: SystemDefinition;
  readonly account: string;
  readonly instances: readonly StackInstance[];
}

async function planOne(comparison: Comparison, environment: EnvironmentName): Promise<StaticPlan> {
  const { system, before, after } = comparison;
  const remarks: string[] = [];
  const unread = new Set<string>();
  const head = await readSources(after, system, environment);
  const base = await readBase(comparison, environment, (problem) => {
    remarks.push(`The base can't be read, so all counts as new: ${problem}`);
    for (const { name } of head.instances) unread.add(name);
  });
  const stacks = [];
  for (const instance of head.instances) {
    const former = base?.instances.find(({ name }) => name === instance.name);
    stacks.push({
      before:
        former === undefined ? null : await sideBefore(comparison, former, instance, { remarks, unread }),
      after: await side(comparison, after, instance, 'after'),
    });
  }
  for (const { name, stackName } of base?.instances ?? []) {
    if (head.instances.some((instance) => instance.name === name)) continue;
    remarks.push(`${name} is no longer part of the system: ${stackName} stays until somebody deletes it.`);
  }
  const site = await siteRemark(comparison, base?.definition.site ?? null, head.definition.site);
  return composeStaticPlan({
    system,
    environment,
    account: head.account,
    comparedWith: before.name,
    stacks: withCodeNamed(staticStacks(stacks), comparison.code),
    unread,
    remarks: site === null ? remarks : [...remarks, site],
    changesElsewhere: site !== null,
  });
}

async function readSources(tree: SourceTree, system: string, environment: EnvironmentName): Promise<Sources> {
  const file = systemFile(system);
  const definition = parseSystem(await read(tree, file), file);
  const parameters = environmentFile(system, environment);
  const values = parseEnvironment(await read(tree, parameters), parameters, definition, environment);
  return { definition, account: values.account, instances: stackInstances(definition, values) };
}

/** The base's sources; `null` where there were none, or none that can be read: then everything is new. */
async function readBase(
  { system, before }: Comparison,
  environment: EnvironmentName,
  onUnread: (problem: string) => void,
): Promise<Sources | null> {
  const files = await before.files();
  if (!files.has(systemFile(system)) || !files.has(environmentFile(system, environment))) return null;
  try {
    return await readSources(before, system, environment);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    onUnread(problemText(error));
    return null;
  }
}

async function sideBefore(
  comparison: Comparison,
  former: StackInstance,
  now: StackInstance,
  { remarks, unread }: { readonly remarks: string[]; readonly unread: Set<string> },
): Promise<StaticSide | null> {
  const place = ({ account, region }: StackInstance): string => `${account} in ${region}`;
  if (place(former) !== place(now)) {
    remarks.push(
      `${now.name} moves from ${place(former)} to ${place(now)}: what runs at the old place stays there.`,
    );
    return null;
  }
  try {
    return await side(comparison, comparison.before, former, 'before');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    unread.add(now.name);
    remarks.push(`${former.name} can't be read at the base, so it counts as new: ${problemText(error)}`);
    return null;
  }
}

async function side(
  { code, changed, before, after }: Comparison,
  tree: SourceTree,
  instance: StackInstance,
  which: 'before' | 'after',
): Promise<StaticSide> {
  const found = await packagedSide(tree, instance.template, async (folder, layers) => {
    const known = code.has(folder) ? code.get(folder) : undefined;
    const change = known === undefined ? await codeChange(folder, changed, [before, after], layers) : known;
    code.set(folder, change);
    return codeMark(folder, change, which);
  });
  return { instance, ...found };
}

/** What can be said of a site: it shows only once it is built, or fetched. */
async function siteRemark(
  { before, after, changed }: Comparison,
  former: SiteDefinition | null,
  site: SiteDefinition | null,
): Promise<string | null> {
  if (site === null) return null;
  const [was, is] = [artifactOf(former), artifactOf(site)];
  if (is !== null && was !== null) {
    if (is === was) return null;
    return `The site's build is another artifact (${short(was)} → ${short(is)}): what that publishes shows once it is fetched.`;
  }
  if (is !== null) {
    return `The site's build is now an artifact (${short(is)}): what that publishes shows once it is fetched.`;
  }
  if (was !== null) {
    return `The site's build is no longer an artifact (${short(was)}): what that publishes shows once it is built.`;
  }
  const sides = [await siteParts(before, site.build), await siteParts(after, site.build)];
  const touched = [...changed].filter((file) =>
    sides.some(
      ({ files, folders }) =>
        files.has(file) || [...folders].some((folder) => folder !== '.' && isAtOrBelow(file, folder)),
    ),
  );
  if (touched.length === 0) return null;
  const count = touched.length === 1 ? 'One file' : `${touched.length} files`;
  return `${count} of the site's sources change: what that publishes shows once it is built.`;
}

/** The digest of another repository's build. */
function artifactOf(site: SiteDefinition | null): string | null {
  return typeof site?.build === 'object' ? site.build.sha256 : null;
}

async function read(tree: SourceTree, file: string): Promise<string> {
  try {
    return await tree.read(file);
  } catch (cause) {
    throw new UserError('CONFIG_FILE_MISSING', `There is no ${posix.normalize(file)}`, { cause });
  }
}

/** Mistakes with their places, a sentence each. */
function problemText(error: UserError): string {
  if (error instanceof UserErrors) return error.errors.map(problemText).join('; ');
  const { at, message } = error;
  return at === undefined ? message : `${message} (${at.file} line ${at.line})`;
}
