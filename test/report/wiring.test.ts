import { expect, test } from '@jest/globals';
import type { SystemDefinition } from '../../src/config/system.ts';
import { wiringMermaid } from '../../src/report/wiring.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import type { TemplateTree } from '../../src/template/template.ts';

const from = (stack: string, output: string) => ({ kind: 'output', stack, output }) as const;
const system: SystemDefinition = {
  system: 'companycam',
  file: 'params/companycam/system.yml',
  description: '',
  names: [],
  stacks: [
    { name: 'edge', template: 'edge.yml', region: 'edge', parameters: {} },
    {
      name: 'app',
      template: 'app.yml',
      region: 'home',
      parameters: { LogDomain: from('edge', 'LogDomain'), Stage: { kind: 'literal', value: 'v1' } },
    },
  ],
  site: {
    build: 'site/dist',
    bucket: from('app', 'SiteBucket'),
    distribution: from('app', 'Id'),
    url: from('app', 'Url'),
    config: { apiUrl: from('app', 'Url') },
  },
  smoke: null,
  promotion: { approval: [], rollBackOnSmokeFailure: [] },
  secrets: [],
  switches: [],
};
const leaf = (file: string): TemplateTree => ({
  template: parseTemplate('Resources: { A: { Type: AWS::SNS::Topic } }', file),
  children: new Map(),
});

test('stacks stand in their regions with what they nest, and outputs are arrows', () => {
  const app = { ...leaf('app.yml'), children: new Map([['Api', leaf('api.yml')]]) };
  expect(wiringMermaid(system, new Map([['app', app]]))).toBe(`flowchart LR
  subgraph region_edge["us-east-1"]
    stack_edge["edge"]
  end
  subgraph region_home["home region"]
    subgraph stack_app["app"]
      stack_app_Api["Api"]
    end
  end
  site(["site"])
  stack_edge -->|"LogDomain"| stack_app
  stack_app -->|"SiteBucket"| site
  stack_app -->|"Id"| site
  stack_app -->|"Url"| site`);
});
