import { idRequestToken, type FakeGitHub } from '../../../fakes/github/fake-github.ts';
import type { Permission } from '../../../fakes/github/tokens.ts';
import type { Issuers } from '../runner/runner.ts';

const known = new Set<string>([
  'actions',
  'administration',
  'checks',
  'contents',
  'deployments',
  'issues',
  'pull_requests',
] satisfies Permission[]);

/** Tokens and identities of jobs, as the stand-in for GitHub knows them. */
export function issuersOf(github: FakeGitHub): Issuers {
  let issued = 0;
  return {
    token: (permissions) => {
      issued += 1;
      const token = `ghs_job${issued}`;
      const granted = Object.entries(permissions)
        .map(([scope, access]) => [scope.replaceAll('-', '_'), access] as const)
        .filter(([scope, access]) => known.has(scope) && access !== 'none');
      github.state.tokens.set(token, {
        login: 'github-actions[bot]',
        permissions: Object.fromEntries(granted),
      });
      return token;
    },
    identity: ({ job, environment, env }) => {
      const facts = {
        repository: env['GITHUB_REPOSITORY'] ?? '',
        event_name: env['GITHUB_EVENT_NAME'] ?? '',
        ref: env['GITHUB_REF'] ?? '',
        sha: env['GITHUB_SHA'] ?? '',
        run_id: env['GITHUB_RUN_ID'] ?? '',
        run_attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
        actor: env['GITHUB_ACTOR'] ?? '',
        job_workflow_ref: job.file,
        id_token: 'write',
        // for the list of requests only
        job: job.id,
        // a step that does not tell its job's environment must not get the wider subject of a job without one
        environment: job.environment === null ? '' : (environment ?? 'unknown'),
      };
      return { requestUrl: github.tokenUrl(facts), requestToken: idRequestToken };
    },
  };
}
