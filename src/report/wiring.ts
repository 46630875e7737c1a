import type { SystemDefinition } from '../config/system.ts';
import type { TemplateTree } from '../template/template.ts';

/**
 * A system's stacks as a Mermaid flow chart: each stack with what it nests, by region, and an arrow for each output that
 * feeds another stack or the site.
 *
 * @param trees the templates of the stacks that are known, by the stack's name
 */
export function wiringMermaid(
  system: SystemDefinition,
  trees: ReadonlyMap<string, TemplateTree> = new Map(),
): string {
  const regions = ['edge', 'home'] as const;
  const groups = regions.flatMap((region) => {
    const stacks = system.stacks.filter((stack) => stack.region === region);
    if (stacks.length === 0) return [];
    return [
      `  subgraph region_${region}["${region === 'edge' ? 'us-east-1' : 'home region'}"]`,
      ...stacks.flatMap((stack) => nested(stack.name, [stack.name], trees.get(stack.name), '    ')),
      '  end',
    ];
  });
  const links = system.stacks.flatMap((stack) =>
    Object.values(stack.parameters).flatMap((source) =>
      source.kind === 'output' ? [link(source.stack, idOf([stack.name]), source.output)] : [],
    ),
  );
  const { site } = system;
  const feeds = site ? [site.bucket, site.distribution, site.url, ...Object.values(site.config)] : [];
  const toSite = feeds.flatMap((source) =>
    source.kind === 'output' ? [link(source.stack, 'site', source.output)] : [],
  );
  return [
    'flowchart LR',
    ...groups,
    ...(site ? ['  site(["site"])'] : []),
    ...new Set([...links, ...toSite]),
  ].join('\n');
}

function nested(
  name: string,
  path: readonly string[],
  tree: TemplateTree | undefined,
  indent: string,
): readonly string[] {
  const id = idOf(path);
  const children = [...(tree?.children ?? [])];
  if (children.length === 0) return [`${indent}${id}["${label(name)}"]`];
  return [
    `${indent}subgraph ${id}["${label(name)}"]`,
    ...children.flatMap(([child, below]) => nested(child, [...path, child], below, `${indent}  `)),
    `${indent}end`,
  ];
}

const link = (from: string, to: string, output: string): string =>
  `  ${idOf([from])} -->|"${label(output)}"| ${to}`;

/** Mermaid's ids are letters, digits and underscores; words such as `end` would be keywords. */
const idOf = (path: readonly string[]): string => `stack_${path.join('_').replace(/[^A-Za-z0-9_]/g, '_')}`;

/** Mermaid takes entities in quoted labels. */
const label = (text: string): string =>
  text.replace(/[^A-Za-z0-9 ._/-]/g, (character) => `#${character.codePointAt(0) ?? 0};`);
