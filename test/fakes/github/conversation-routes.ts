import { invalid, notFound, textOf, type Answer, type Call, type Route } from './routing.ts';
import type { FakeComment, FakePull, GitHubState } from './state.ts';

/** Comments, pull requests, labels and issues. */
export const conversationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'issues/{number}/comments',
    needs: [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    answer: ({ state, params }) =>
      exists(state, params['number'])
        ? {
            list: state.comments
              .filter(({ number }) => number === Number(params['number']))
              .sort((left, right) => left.id - right.id)
              .map((comment) => commentJson(state, comment)),
          }
        : notFound,
  },
  {
    method: 'POST',
    path: 'issues/{number}/comments',
    needs: [
      ['issues', 'write'],
      ['pull_requests', 'write'],
    ],
    answer: (call) => {
      const { state, params, identity, body, now, nextId } = call;
      if (!exists(state, params['number'])) return notFound;
      const refusal = refusedBody(body['body']);
      if (refusal) return refusal;
      const comment: FakeComment = {
        id: nextId(),
        number: Number(params['number']),
        author: identity.login,
        body: textOf(body['body']),
        createdAt: now(),
        updatedAt: now(),
      };
      state.comments.push(comment);
      return { status: 201, body: commentJson(state, comment) };
    },
  },
  {
    method: 'GET',
    path: 'issues/comments/{id}',
    needs: [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    answer: ({ state, params }) => {
      const comment = state.comments.find(({ id }) => id === Number(params['id']));
      return comment ? { status: 200, body: commentJson(state, comment) } : notFound;
    },
  },
  {
    method: 'PATCH',
    path: 'issues/comments/{id}',
    needs: [
      ['issues', 'write'],
      ['pull_requests', 'write'],
    ],
    answer: ({ state, params, body, now }) => {
      const comment = state.comments.find(({ id }) => id === Number(params['id']));
      if (!comment) return notFound;
      const refusal = refusedBody(body['body']);
      if (refusal) return refusal;
      comment.body = textOf(body['body']);
      comment.updatedAt = now();
      return { status: 200, body: commentJson(state, comment) };
    },
  },
  {
    method: 'DELETE',
    path: 'issues/comments/{id}',
    needs: [
      ['issues', 'write'],
      ['pull_requests', 'write'],
    ],
    answer: ({ state, params }) => {
      const index = state.comments.findIndex(({ id }) => id === Number(params['id']));
      if (index < 0) return notFound;
      state.comments.splice(index, 1);
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    path: 'issues/{number}/events',
    needs: [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    answer: ({ state, params }) =>
      exists(state, params['number'])
        ? {
            list: state.labelings
              .filter(({ number }) => number === Number(params['number']))
              .map(({ label, by, event }, index) => ({
                id: index + 1,
                event,
                actor: { login: by, type: 'User' },
                label: { name: label, color: 'ededed' },
              })),
          }
        : notFound,
  },
  {
    method: 'POST',
    path: 'issues/{number}/labels',
    needs: [
      ['issues', 'write'],
      ['pull_requests', 'write'],
    ],
    answer: (call) => addLabels(call),
  },
  {
    method: 'GET',
    path: 'pulls',
    needs: [['pull_requests', 'read']],
    answer: ({ state, query }) => {
      const wanted = query.get('state') ?? 'open';
      const head = query.get('head');
      return {
        list: state.pulls
          .filter((pull) => wanted === 'all' || pull.state === wanted)
          .filter((pull) => head === null || `${ownerOf(pull)}:${pull.headRef}` === head)
          .sort((left, right) => right.number - left.number)
          .map((pull) => pullJson(state, pull)),
      };
    },
  },
  {
    method: 'GET',
    path: 'pulls/{number}',
    needs: [['pull_requests', 'read']],
    answer: ({ state, params }) => {
      const pull = state.pulls.find(({ number }) => number === Number(params['number']));
      return pull ? { status: 200, body: pullJson(state, pull) } : notFound;
    },
  },
  {
    method: 'GET',
    path: 'commits/{sha}/pulls',
    needs: [['pull_requests', 'read']],
    answer: ({ state, params }) => ({
      list: state.pulls
        .filter((pull) =>
          pull.mergedAt === null
            ? pull.state === 'open' && [pull.headSha, ...pull.commits].includes(params['sha'] ?? '')
            : [pull.mergeCommitSha, ...pull.commits].includes(params['sha'] ?? ''),
        )
        .map((pull) => pullJson(state, pull)),
    }),
  },
  {
    method: 'GET',
    path: 'issues',
    needs: [['issues', 'read']],
    answer: ({ state, query }) => {
      const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
      const wanted = query.get('state') ?? 'open';
      return {
        list: state.issues
          .filter((issue) => wanted === 'all' || issue.state === wanted)
          .filter((issue) => labels.every((label) => issue.labels.includes(label)))
          .map((issue) => issueJson(issue)),
      };
    },
  },
  {
    method: 'POST',
    path: 'issues',
    needs: [['issues', 'write']],
    answer: ({ state, body, identity }) => {
      if (textOf(body['title']) === '') return invalid('Issue', 'title', "title can't be blank");
      const numbers = [...state.pulls, ...state.issues].map(({ number }) => number);
      const issue = {
        number: Math.max(0, ...numbers) + 1,
        title: textOf(body['title']),
        body: textOf(body['body']),
        state: 'open' as const,
        labels: labelsOf(body),
        author: identity.login,
      };
      state.issues.push(issue);
      return { status: 201, body: issueJson(issue) };
    },
  },
  {
    method: 'PATCH',
    path: 'issues/{number}',
    needs: [['issues', 'write']],
    answer: ({ state, params, body }) => {
      const issue = state.issues.find(({ number }) => number === Number(params['number']));
      if (!issue) return notFound;
      if (typeof body['title'] === 'string') issue.title = body['title'];
      if (typeof body['body'] === 'string') issue.body = body['body'];
      if (body['state'] === 'open' || body['state'] === 'closed') issue.state = body['state'];
      return { status: 200, body: issueJson(issue) };
    },
  },
];

/** A comment's greatest length, in characters. */
const commentLimit = 65_536;

function refusedBody(body: unknown): Answer | null {
  const text = textOf(body);
  if (text.trim() === '') return invalid('IssueComment', 'body', "Body can't be blank");
  if (text.length > commentLimit) {
    return invalid('IssueComment', 'body', `Body is too long (maximum is ${commentLimit} characters)`);
  }
  return null;
}

function addLabels({ state, params, body, identity }: Call): Answer {
  const pull = state.pulls.find(({ number }) => number === Number(params['number']));
  if (!pull) return notFound;
  for (const label of labelsOf(body)) {
    if (label.length > 50) return invalid('Label', 'name', 'name is too long (maximum is 50 characters)');
    if (pull.labels.includes(label)) continue;
    pull.labels.push(label);
    state.labelings.push({ number: pull.number, label, by: identity.login, event: 'labeled' });
  }
  return { status: 200, body: pull.labels.map((name) => ({ name })) };
}

function labelsOf(body: Call['body']): string[] {
  return Array.isArray(body['labels']) ? body['labels'].filter((label) => typeof label === 'string') : [];
}

const exists = ({ pulls, issues }: GitHubState, number: string | undefined): boolean =>
  [...pulls, ...issues].some((entry) => entry.number === Number(number));

const ownerOf = (pull: FakePull): string => pull.headRepository?.split('/')[0] ?? '';

const userJson = (login: string): unknown => ({
  login,
  id: 1,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
});

function commentJson({ repository }: GitHubState, comment: FakeComment): unknown {
  const { id, number, body, author } = comment;
  return {
    id,
    node_id: `IC_${id}`,
    url: `https://api.github.com/repos/${repository.fullName}/issues/comments/${id}`,
    html_url: `https://github.com/${repository.fullName}/pull/${number}#issuecomment-${id}`,
    issue_url: `https://api.github.com/repos/${repository.fullName}/issues/${number}`,
    body,
    user: userJson(author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
  };
}

function pullJson({ repository }: GitHubState, pull: FakePull): unknown {
  return {
    number: pull.number,
    title: pull.title,
    state: pull.state,
    html_url: `https://github.com/${repository.fullName}/pull/${pull.number}`,
    labels: pull.labels.map((name) => ({ name })),
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    head: {
      sha: pull.headSha,
      ref: pull.headRef,
      label: `${ownerOf(pull)}:${pull.headRef}`,
      repo: pull.headRepository === null ? null : { full_name: pull.headRepository },
    },
    base: { ref: pull.baseRef, repo: { full_name: repository.fullName } },
  };
}

function issueJson(issue: GitHubState['issues'][number]): unknown {
  return { ...issue, labels: issue.labels.map((name) => ({ name })), user: userJson(issue.author) };
}
