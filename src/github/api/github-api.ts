/**
 * What Slipway calls of GitHub's REST API for one repository, and nothing more, in the words of the REST reference.
 * `open-github.ts` speaks it over HTTP; every method throws the codes of `github-error.ts`.
 */
export interface GitHubApi {
  readonly repository: RepositoryName;

  /** The account that the token acts as: `github-actions[bot]` for a workflow's own token. */
  viewer(): Promise<string>;

  /** Oldest first. */
  listComments(number: number): Promise<readonly IssueComment[]>;
  /** `null`: it was deleted meanwhile. */
  getComment(id: number): Promise<IssueComment | null>;
  createComment(number: number, body: string): Promise<IssueComment>;
  /** @throws UserError GITHUB_NOT_FOUND: it was deleted meanwhile */
  updateComment(id: number, body: string): Promise<IssueComment>;
  deleteComment(id: number): Promise<void>;

  getPullRequest(number: number): Promise<PullRequest>;
  /** @param head `owner:branch` */
  listPullRequests(query: {
    readonly state: 'open' | 'closed' | 'all';
    readonly head?: string;
  }): Promise<readonly PullRequest[]>;
  /** Those that brought the commit to the default branch, or hold it while they are open. */
  listPullRequestsOfCommit(sha: string): Promise<readonly PullRequest[]>;
  /** Where `head` stands, seen from `base`; `null` where one of the two is not known there. */
  compareCommits(base: string, head: string): Promise<'identical' | 'ahead' | 'behind' | 'diverged' | null>;
  /** Which label was set by whom, oldest first; labels that were taken away again are in it. */
  listLabelings(number: number): Promise<readonly Labeling[]>;

  listCheckRuns(query: { readonly sha: string; readonly name: string }): Promise<readonly CheckRun[]>;
  createCheckRun(check: NewCheckRun): Promise<CheckRun>;
  updateCheckRun(id: number, check: NewCheckRun): Promise<CheckRun>;

  /** `null` where there is no environment of the name. */
  getEnvironment(name: string): Promise<Environment | null>;
  listEnvironments(): Promise<readonly Environment[]>;

  getRepository(): Promise<RepositorySettings>;
  /** What a workflow's token may do where a workflow does not say; needs an administrator's token. */
  getWorkflowPermissions(): Promise<WorkflowPermissions>;
  /** How the subjects of the repository's identity tokens are made. */
  getSubjectForm(): Promise<SubjectForm>;
  /** The rulesets' rules that hold for a branch, by their types: `pull_request`, `non_fast_forward`, … */
  listBranchRules(branch: string): Promise<readonly string[]>;
  /** `null` where there is no such branch. */
  getBranch(name: string): Promise<{ readonly name: string; readonly isProtected: boolean } | null>;
}

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly url: string;
}

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly isMerged: boolean;
  readonly url: string;
  readonly labels: readonly string[];
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name`; `null` where the fork was deleted. */
  readonly headRepository: string | null;
  readonly baseRef: string;
  /** The merge of head and base that GitHub has tried; of a merged one, the commit that it became. */
  readonly mergeSha: string | null;
}

export interface Labeling {
  readonly label: string;
  readonly by: string | null;
}

export type CheckConclusion = 'success' | 'failure' | 'neutral';

export interface NewCheckRun {
  readonly name: string;
  readonly sha: string;
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly detailsUrl: string | null;
  /** Ours to find it again and to know which run wrote it. */
  readonly externalId: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string | null;
  readonly externalId: string;
  readonly url: string;
}

/** A GitHub environment as its settings page shows it. */
export interface Environment {
  readonly name: string;
  /** `ada`, or `team:operations`. */
  readonly reviewers: readonly string[];
  readonly preventsSelfReview: boolean;
  readonly branches: DeploymentBranches;
}

/** Settings, Environments, "Deployment branches and tags". */
export type DeploymentBranches =
  | { readonly kind: 'all' }
  /** Every branch that has a protection rule. */
  | { readonly kind: 'protected' }
  | {
      readonly kind: 'selected';
      readonly patterns: readonly { readonly type: 'branch' | 'tag'; readonly name: string }[];
    };

export interface RepositorySettings {
  readonly id: number;
  readonly ownerId: number;
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
}

export interface WorkflowPermissions {
  readonly default: 'read' | 'write';
  readonly canApprovePullRequests: boolean;
}

export interface SubjectForm {
  /** `false`: the repository has a form of its own, which holds `claims`. */
  readonly isDefault: boolean;
  readonly claims: readonly string[];
  /** How its subjects begin: `repo:owner/name`, or with both numbers; `null` where the server does not say. */
  readonly prefix: string | null;
}
