import { describe, expect, test } from '@jest/globals';
import { outputNotes } from '../../src/report/output-lines.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import { photos } from '../plan/photos.ts';
import { composed, node, output, stackPlan } from '../plan/stack-plans.ts';
import { makeWorld } from '../plan/world.ts';
import type { Plan } from '../../src/plan/plan.ts';

function rendered(plan: Plan) {
  return {
    terminal: planText(plan, { paint: plainPaint, width: 160 }),
    markdown: planMarkdown({
      system: 'photos',
      release: plan.release,
      commit: null,
      entries: [{ environment: 'prod', plan }],
    }),
    html: reportPage({ title: 't', subtitle: 's', sections: [{ kind: 'plan', plan }] }),
  };
}

const nested = (outputs: Parameters<typeof output>[0][], outputsOnly = true): Plan => {
  const api = node({ path: ['api'], outputsOnly, outputs: outputs.map(output) });
  return composed([stackPlan(node({ children: [api] }))]);
};

describe('outputs that change', () => {
  test('are told by name, from what to what, in every rendering', () => {
    const { terminal, markdown, html } = rendered(
      nested([
        { name: 'Url', before: 'https://a/v1', after: 'https://a/v2' },
        { name: 'New', action: 'add', before: null, after: 'there' },
        { name: 'Old', action: 'remove', before: 'gone', after: null },
      ]),
    );
    for (const text of [terminal, markdown]) {
      expect(text).toMatch(/~ Outputs\.Url +https:\/\/a\/v1 → https:\/\/a\/v2/);
      expect(text).toMatch(/\+ Outputs\.New +\(none\) → there/);
      expect(text).toMatch(/- Outputs\.Old +gone → \(none\)/);
    }
    expect(html).toContain('<del>https://a/v1</del>');
    expect(html).toContain('<ins>https://a/v2</ins>');
    expect(html).toContain('<span class="name">Old</span>');
    for (const text of [terminal, html]) expect(text).not.toContain('~ outputs');
  });

  test('stand beside the resources that change, and where they are passed on', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos({ apiOutput: 'v1' })));
    const plan = composed([await world.plan(world.release(photos({ apiOutput: 'v2', memory: 512 })))]);
    const { markdown } = rendered(plan);
    expect(markdown).toMatch(/MemorySize +256 → 512/);
    expect(markdown.match(/Outputs\.Url +v1 → v2/g)).toHaveLength(2);
  });

  test('are counted, by name, where only the deployment tells', () => {
    const { terminal, html } = rendered(
      nested([
        { name: 'Arn', certainty: 'possible', after: '${Bucket.Arn}' },
        { name: 'Name', certainty: 'possible', after: '${Bucket}' },
      ]),
    );
    expect(terminal).toMatch(/\? 2 outputs +known after apply: Arn, Name/);
    expect(html).toContain('known after apply');
  });

  test('are cut in a comment and whole in the report', () => {
    const long = `${'x'.repeat(5000)}end`;
    const { terminal, markdown, html } = rendered(nested([{ before: 'short', after: long }]));
    for (const text of [terminal, markdown]) expect(text).not.toContain('x'.repeat(100));
    expect(html).toContain(long);
  });

  test('that are secret only say that they change', async () => {
    const world = makeWorld();
    const sources = (url: unknown) => photos({ apiOutput: url as string });
    world.deploy(world.release(sources({ 'Fn::Sub': 'a-${SigningKey}' })), { SigningKey: 'canary-old' });
    const made = await world.plan(world.release(sources({ 'Fn::Sub': 'b-${SigningKey}' })), {
      SigningKey: 'canary-new',
    });
    expect(made.root.outputs).toMatchObject([{ name: 'Url', secret: true }]);
    const { terminal, markdown, html } = rendered(composed([made]));
    for (const text of [terminal, markdown, html, JSON.stringify(made)]) expect(text).not.toContain('canary');
    expect(html).toContain('•••• (secret) changed');
  });

  test('say which export an importer would miss', () => {
    const { terminal, html } = rendered(
      nested([{ before: 'x', after: 'x', export: { before: 'api-url', after: 'prod-url' } }]),
    );
    expect(html).toContain('no longer as api-url: CloudFormation refuses that');
    expect(terminal).toContain('exported as prod-url, no longer as api-url');
    const notes = (before: string | null, after: string | null) =>
      outputNotes(output({ export: { before, after } })).join();
    expect(notes('url', null)).toContain('no longer exported as url: CloudFormation refuses that');
    expect(notes('url', 'url')).toContain('exported as url: CloudFormation refuses that');
    expect(notes(null, 'url')).toBe('exported as url');
    expect(notes(null, null)).toBe('');
  });
});

test('tags of a stack that change are told from what to what, in every rendering', () => {
  const root = node({ outputsOnly: true });
  const tags = [{ key: 'team', before: null, after: 'gallery' }];
  const { terminal, markdown, html } = rendered(composed([stackPlan(root, { tags })]));
  for (const text of [terminal, markdown]) expect(text).toMatch(/~ tag team +\(none\) → gallery/);
  for (const text of [terminal, markdown, html]) expect(text).not.toMatch(/(~|<\/span>) outputs/);
  expect(html).toContain('<ins>gallery</ins>');
});
