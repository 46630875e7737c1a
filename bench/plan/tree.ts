import type { Sources } from '../../test/plan/world.ts';

/** What a tree of nested stacks is like: `generation` is in every property that changes from one release to the next. */
export interface TreeSize {
  readonly children: number;
  readonly changesInEach: number;
}

/** A root that only nests: every child holds topics, each of which says its generation. */
export function tree({ children, changesInEach }: TreeSize, generation: number): Sources {
  const names = Array.from({ length: children }, (_, index) => `part${index + 1}`);
  const root = {
    Parameters: { ArtifactBucket: { Type: 'String' } },
    Resources: Object.fromEntries(
      names.map((name) => [
        name,
        { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: `${name}.yml` } },
      ]),
    ),
  };
  const templates = names.map((name): [string, Sources[string]] => [
    `${name}.yml`,
    {
      Resources: Object.fromEntries(
        Array.from({ length: changesInEach }, (_, index) => [
          `Topic${index + 1}`,
          { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `${name} ${index + 1} v${generation}` } },
        ]),
      ),
    },
  ]);
  return Object.fromEntries<Sources[string]>([['root.yml', root], ...templates]);
}
