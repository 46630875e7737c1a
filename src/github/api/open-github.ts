import { SlipwayError, UserError } from '../../errors/slipway-error.ts';
import type { GitHubApi } from './github-api.ts';
import { readEnvironment, type BranchPolicy } from './read-environment.ts';
import { readCheckRun, readComment, readPullRequest } from './read-answers.ts';
import { openTransport, type TransportOptions } from './transport.ts';

const page = { per_page: 100 } as const;

/**
 * GitHub's API for one repository. Nothing is loaded or asked before the first call.
 *
 * Pages are followed to the end. A call without an answer, or answered by 500 and above, is tried again three times; one
 * that met a rate limit waits for it to lift, two minutes at most.
 * @throws UserError GITHUB_TOKEN_MISSING, GITHUB_REPOSITORY; its methods, the codes of github-error.ts
 */
export function openGitHub(options: TransportOptions): GitHubApi {
  if (options.token === '') {
    throw new UserError('GITHUB_TOKEN_MISSING', 'there is no token for GitHub’s API', {
      next: 'give the input github-token, or set GITHUB_TOKEN: export GITHUB_TOKEN=$(gh auth token)',
    });
  }
  const [owner = '', repo = '', ...rest] = options.repository.split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new UserError('GITHUB_REPOSITORY', `"${options.repository}" is not of the form owner/name`);
  }
  const at = { owner, repo } as const;
  const call = openTransport(options);

  const policiesOf = async (environment_name: string): Promise<readonly BranchPolicy[]> =>
    call(
      { to: `read the branches of the environment ${environment_name}`, permission: 'actions: read' },
      (o) =>
        o.paginate('GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
          ...at,
          ...page,
          environment_name,
        }),
    );

  return {
    repository: { owner, name: repo },

    viewer: () =>
      call({ to: 'tell whose it is', permission: 'contents: read' }, async (o) => {
        const { viewer } = await o.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
        return viewer.login;
      }),

    listComments: (issue_number) =>
      call({ to: 'read comments of a pull request', permission: 'pull-requests: write' }, async (o) =>
        (
          await o.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...at,
            ...page,
            issue_number,
          })
        ).map(readComment),
      ),
    getComment: (comment_id) =>
      orNull(() =>
        call({ to: 'read comments of a pull request', permission: 'pull-requests: write' }, async (o) =>
          readComment(
            (
              await o.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                ...at,
                comment_id,
              })
            ).data,
          ),
        ),
      ),
    createComment: (issue_number, body) =>
      call(writeComment, async (o) =>
        readComment(
          (
            await o.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
              ...at,
              issue_number,
              body,
            })
          ).data,
        ),
      ),
    updateComment: (comment_id, body) =>
      call(writeComment, async (o) =>
        readComment(
          (
            await o.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
              ...at,
              comment_id,
              body,
            })
          ).data,
        ),
      ),
    deleteComment: (comment_id) =>
      call(writeComment, async (o) => {
        await o.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...at, comment_id });
      }),

    getPullRequest: (pull_number) =>
      call(readPullRequests, async (o) =>
        readPullRequest(
          (await o.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number })).data,
        ),
      ),
    listPullRequests: (query) =>
      call(readPullRequests, async (o) =>
        (await o.paginate('GET /repos/{owner}/{repo}/pulls', { ...at, ...page, ...query })).map(
          readPullRequest,
        ),
      ),
    listPullRequestsOfCommit: (commit_sha) =>
      call(readPullRequests, async (o) =>
        (
          await o.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
            ...at,
            ...page,
            commit_sha,
          })
        ).map(readPullRequest),
      ),
    compareCommits: (base, head) =>
      call({ to: 'compare commits', permission: 'contents: read' }, async (o) => {
        const basehead = `${base}...${head}`;
        return (await o.request('GET /repos/{owner}/{repo}/compare/{basehead}', { ...at, basehead })).data
          .status;
      }).catch((error: unknown) => {
        if (error instanceof SlipwayError && error.code === 'GITHUB_NOT_FOUND') return null;
        throw error;
      }),
    listLabelings: (issue_number) =>
      call({ to: 'read who set a label', permission: 'pull-requests: read' }, async (o) =>
        (
          await o.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/events', {
            ...at,
            ...page,
            issue_number,
          })
        ).flatMap((event) =>
          event.event === 'labeled' && 'label' in event
            ? [{ label: event.label.name, by: event.actor.login }]
            : [],
        ),
      ),

    listCheckRuns: ({ sha, name }) =>
      call({ to: 'read checks', permission: 'checks: write' }, async (o) =>
        (
          await o.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
            ...at,
            ...page,
            ref: sha,
            check_name: name,
          })
        ).map(readCheckRun),
      ),
    createCheckRun: (check) =>
      call(writeCheck, async (o) =>
        readCheckRun(
          (
            await o.request('POST /repos/{owner}/{repo}/check-runs', {
              ...at,
              name: check.name,
              head_sha: check.sha,
              ...checkBody(check),
            })
          ).data,
        ),
      ),
    updateCheckRun: (check_run_id, check) =>
      call(writeCheck, async (o) =>
        readCheckRun(
          (
            await o.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
              ...at,
              check_run_id,
              name: check.name,
              ...checkBody(check),
            })
          ).data,
        ),
      ),

    getEnvironment: (environment_name) =>
      orNull(async () => {
        const environment = await call(
          { to: `read the environment ${environment_name}`, permission: 'actions: read' },
          async (o) =>
            (
              await o.request('GET /repos/{owner}/{repo}/environments/{environment_name}', {
                ...at,
                environment_name,
              })
            ).data,
        );
        return readEnvironment(environment, policiesOf);
      }),
    listEnvironments: async () => {
      const environments = await call({ to: 'read environments', permission: 'actions: read' }, (o) =>
        o.paginate('GET /repos/{owner}/{repo}/environments', { ...at, ...page }),
      );
      return Promise.all(environments.map((environment) => readEnvironment(environment, policiesOf)));
    },

    getRepository: () =>
      call({ to: 'read the repository', permission: 'contents: read' }, async (o) => {
        const { data } = await o.request('GET /repos/{owner}/{repo}', at);
        return {
          id: Number(data.id),
          ownerId: Number(data.owner.id),
          fullName: data.full_name,
          isPrivate: data.private,
          defaultBranch: data.default_branch,
        };
      }),
    getWorkflowPermissions: () =>
      call({ to: 'read what workflows may do by default', permission: null }, async (o) => {
        const { data } = await o.request('GET /repos/{owner}/{repo}/actions/permissions/workflow', at);
        return {
          default: data.default_workflow_permissions,
          canApprovePullRequests: data.can_approve_pull_request_reviews,
        };
      }),
    getSubjectForm: () =>
      call({ to: 'read the form of identity tokens', permission: 'actions: read' }, async (o) => {
        const { data } = await o.request('GET /repos/{owner}/{repo}/actions/oidc/customization/sub', at);
        return {
          isDefault: data.use_default,
          claims: data.include_claim_keys ?? [],
          prefix: data.sub_claim_prefix ?? null,
        };
      }),
    listBranchRules: (branch) =>
      call({ to: `read the rules of the branch ${branch}`, permission: 'contents: read' }, async (o) =>
        (
          await o.paginate('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...at, ...page, branch })
        ).map((rule) => rule.type),
      ),
    getBranch: (branch) =>
      orNull(() =>
        call({ to: `read the branch ${branch}`, permission: 'contents: read' }, async (o) => {
          const { data } = await o.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...at, branch });
          return { name: data.name, isProtected: data.protected };
        }),
      ),
  };
}

const writeComment = { to: 'write comments on a pull request', permission: 'pull-requests: write' } as const;
const readPullRequests = { to: 'read pull requests', permission: 'pull-requests: read' } as const;
const writeCheck = { to: 'write checks', permission: 'checks: write' } as const;

function checkBody(check: Parameters<GitHubApi['createCheckRun']>[0]): {
  readonly status: 'completed';
  readonly conclusion: typeof check.conclusion;
  readonly external_id: string;
  readonly details_url?: string;
  readonly output: { readonly title: string; readonly summary: string };
} {
  return {
    status: 'completed',
    conclusion: check.conclusion,
    external_id: check.externalId,
    ...(check.detailsUrl === null ? {} : { details_url: check.detailsUrl }),
    output: { title: check.title, summary: check.summary },
  };
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SlipwayError && error.code === 'GITHUB_NOT_FOUND') return null;
    throw error;
  }
}
