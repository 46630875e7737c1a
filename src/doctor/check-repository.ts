import type { GitHubEnvironment } from '../bootstrap/bootstrap.ts';
import type { Repository } from '../bootstrap/repository.ts';
import { ok, unknown, warning, wrong, type Check, type CheckId, type Subject } from './check.ts';
import { checkSubjects, type DeployedTrust } from './check-subjects.ts';
import { read, type Reading } from './reading.ts';
import type { RepositoryReader } from './repository-reader.ts';

export interface RepositoryOptions {
  readonly repository: Repository;
  /** `null`: there is no token to read with. */
  readonly reader: RepositoryReader | null;
  readonly environments: readonly GitHubEnvironment[];
  readonly trusts: readonly DeployedTrust[];
}

/** What the roles and the approval rely on at GitHub. */
export async function checkRepository(options: RepositoryOptions): Promise<readonly Check[]> {
  const { repository, reader, environments } = options;
  const place = `${repository.owner}/${repository.name}`;
  const subject = (id: CheckId, where: string, wanted: string): Subject => ({ id, place, where, wanted });
  const found = subject('repository', 'repository', 'the repository can be read');
  if (reader === null) {
    return [
      unknown(found, 'there is no token, so nothing of it was read', 'export GITHUB_TOKEN=$(gh auth token)'),
    ];
  }
  const settings = await read(() => reader.getRepository());
  if (settings.kind !== 'read') return [unreadable(found, settings)];
  const admin = `https://github.com/${place}/settings`;
  return [
    ok(found, settings.value.isPrivate ? 'private' : 'public'),
    defaultBranch(subject('default-branch', 'main', 'main is the default branch'), settings.value, admin),
    ...(await Promise.all([
      mainProtected(
        subject('main-protected', 'main', 'nobody pushes to main past a pull request'),
        reader,
        admin,
      ),
      workflowPermissions(
        subject('workflow-permissions', 'actions', 'a workflow’s token only reads unless a job says more'),
        reader,
        admin,
      ),
    ])),
    ...(await checkSubjects({ ...options, reader, subject, numbers: settings.value })),
    ...(await Promise.all(environments.map((each) => environment(each, reader, subject, admin)))).flat(),
  ];
}

/** The branch that the roles trust. */
function defaultBranch(
  subject: Subject,
  { defaultBranch: name }: { readonly defaultBranch: string },
  admin: string,
): Check {
  if (name === 'main') return ok(subject, 'main');
  return wrong(
    subject,
    `${name} is: the roles trust main, and nothing on ${name} deploys`,
    `${admin}: Default branch, Rename branch, "main"`,
  );
}

async function mainProtected(subject: Subject, reader: RepositoryReader, admin: string): Promise<Check> {
  const reading = await read(async () => ({
    rules: await reader.listBranchRules('main'),
    branch: await reader.getBranch('main'),
  }));
  if (reading.kind !== 'read') return unreadable(subject, reading);
  const { rules, branch } = reading.value;
  if (branch === null) return wrong(subject, 'there is no branch main', 'git push origin HEAD:main');
  const next = `${admin}/rules: New branch ruleset for main, Require a pull request before merging`;
  if (rules.includes('pull_request')) return ok(subject, 'a ruleset requires pull requests');
  // of a classic protection only administrators may read more than that it is there
  if (branch.isProtected) return ok(subject, 'main is protected');
  return warning(subject, 'whoever may push deploys to every environment that needs no approval', next);
}

async function workflowPermissions(
  subject: Subject,
  reader: RepositoryReader,
  admin: string,
): Promise<Check> {
  const reading = await read(() => reader.getWorkflowPermissions());
  if (reading.kind !== 'read') return unreadable(subject, reading);
  if (reading.value.default === 'read') return ok(subject, 'it only reads');
  return wrong(
    subject,
    'it may write',
    `${admin}/actions: Workflow permissions, Read repository contents and packages permissions`,
  );
}

async function environment(
  { name, needsReviewers }: GitHubEnvironment,
  reader: RepositoryReader,
  subject: (id: CheckId, where: string, wanted: string) => Subject,
  admin: string,
): Promise<readonly Check[]> {
  const exists = subject('environment', name, 'the environment is there');
  const reading = await read(() => reader.environmentProtection(name));
  if (reading.kind !== 'read') return [unreadable(exists, reading)];
  const protection = reading.value;
  if (!protection.exists) {
    return [
      wrong(
        exists,
        'there is none: GitHub would make one without protection as soon as a job names it',
        `${admin}/environments: New environment "${name}", Deployment branches and tags: Selected branches, add "main"`,
      ),
    ];
  }
  const branches = subject('environment-branches', name, 'only main reaches it, and with it the deploy role');
  return [
    ok(exists, 'there'),
    protection.mainOnly
      ? ok(branches, 'only main')
      : wrong(
          branches,
          `${protection.branches} reach it`,
          `${admin}/environments: "${name}", Deployment branches and tags: Selected branches, just "main"`,
        ),
    ...(needsReviewers ? [reviewed(name, protection.reviewers, subject, admin)] : []),
  ];
}

function reviewed(
  name: string,
  reviewers: readonly string[],
  subject: (id: CheckId, where: string, wanted: string) => Subject,
  admin: string,
): Check {
  const about = subject('environment-reviewers', name, 'somebody approves each deployment');
  if (reviewers.length > 0) return ok(about, reviewers.join(', '));
  return warning(
    about,
    'it has no required reviewers: a dispatch with the plan’s fingerprint typed in is the approval',
    `${admin}/environments: "${name}", Required reviewers (private repositories need GitHub Enterprise for it)`,
  );
}

function unreadable(subject: Subject, reading: Exclude<Reading<unknown>, { kind: 'read' }>): Check {
  return reading.kind === 'absent'
    ? wrong(subject, 'there is none', null)
    : unknown(subject, reading.reason, reading.next);
}
