import { invalid, notFound, textOf, type Call, type Route } from './routing.ts';
import type { FakeCheckRun, GitHubState } from './state.ts';

/** Check runs. */
export const checkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'commits/{sha}/check-runs',
    needs: [['checks', 'read']],
    answer: ({ state, params, query }) => {
      const name = query.get('check_name');
      const found = state.checkRuns.filter(
        (check) => check.headSha === params['sha'] && (name === null || check.name === name),
      );
      return { key: 'check_runs', list: found.map((check) => checkJson(state, check)) };
    },
  },
  {
    method: 'POST',
    path: 'check-runs',
    needs: [['checks', 'write']],
    answer: (call) => {
      const { state, body, nextId, identity } = call;
      for (const field of ['name', 'head_sha']) {
        if (textOf(body[field]) === '') return invalid('CheckRun', field, `${field} is missing`);
      }
      const check: FakeCheckRun = {
        id: nextId(),
        name: textOf(body['name']),
        headSha: textOf(body['head_sha']),
        status: 'queued',
        conclusion: null,
        externalId: '',
        detailsUrl: null,
        title: '',
        summary: '',
        app: identity.login,
      };
      const refusal = changeCheck(check, body);
      if (refusal !== null) return invalid('CheckRun', refusal, `${refusal} is not valid`);
      state.checkRuns.push(check);
      return { status: 201, body: checkJson(state, check) };
    },
  },
  {
    method: 'PATCH',
    path: 'check-runs/{id}',
    needs: [['checks', 'write']],
    answer: ({ state, params, body, identity }) => {
      const check = state.checkRuns.find(({ id }) => id === Number(params['id']));
      if (!check) return notFound;
      if (check.app !== identity.login) {
        return {
          status: 403,
          body: {
            message: `Invalid app_id \`15368\` - check run can only be modified by the GitHub App that created it.`,
          },
        };
      }
      const refusal = changeCheck(check, body);
      if (refusal !== null) return invalid('CheckRun', refusal, `${refusal} is not valid`);
      return { status: 200, body: checkJson(state, check) };
    },
  },
];

const conclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
];

/** Applies what is given; returns the field that is refused, if one is. */
function changeCheck(check: FakeCheckRun, body: Call['body']): string | null {
  const output = (body['output'] ?? {}) as Readonly<Record<string, unknown>>;
  if (textOf(output['summary']).length > 65_535) return 'summary';
  if (body['output'] !== undefined && textOf(output['title']) === '') return 'title';
  const conclusion = body['conclusion'];
  if (conclusion !== undefined && !conclusions.includes(textOf(conclusion))) return 'conclusion';
  if (typeof body['name'] === 'string') check.name = body['name'];
  if (typeof body['external_id'] === 'string') check.externalId = body['external_id'];
  if (typeof body['details_url'] === 'string') check.detailsUrl = body['details_url'];
  if (typeof body['status'] === 'string') check.status = body['status'];
  if (typeof conclusion === 'string') {
    check.conclusion = conclusion;
    check.status = 'completed';
  }
  if (body['output'] !== undefined) {
    check.title = textOf(output['title']);
    check.summary = textOf(output['summary']);
  }
  return null;
}

function checkJson({ repository }: GitHubState, check: FakeCheckRun): unknown {
  return {
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    external_id: check.externalId,
    status: check.status,
    conclusion: check.conclusion,
    details_url: check.detailsUrl,
    html_url: `https://github.com/${repository.fullName}/runs/${check.id}`,
    output: { title: check.title, summary: check.summary },
  };
}
