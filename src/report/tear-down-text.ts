import type { PlacedResource, TearDownPlan } from '../tear-down/plan-tear-down.ts';
import { counted } from './units.ts';

/** What a tear-down would delete, empty, keep and leave; resources that are kept by name, those that go by number. */
export function tearDownPlanText(plan: TearDownPlan, left: readonly string[]): string {
  const { system, environment, account, stacks } = plan;
  const head = ` tear-down  ${system} ${environment}, account ${account}`;
  if (stacks.length === 0) return `${head}: nothing stands there`;
  const lines = stacks.flatMap(({ stackName, region, status, removed, kept, emptied, unseen }) => [
    `   ${stackName}  ${region}  ${status}  ${counted(removed.length, 'resource')} to delete`,
    ...emptied.map((each) => `     empty  ${name(each)}, every version`),
    ...kept.map((each) => `     keep   ${name(each)}`),
    ...unseen.map((path) => `     ?      ${path} can't be read: it may hold anything`),
  ]);
  return [head, ...lines, ...left.map((each) => ` stays      ${each}`)].join('\n');
}

function name({ path, physicalId }: PlacedResource): string {
  return physicalId === null ? path : `${path} (${physicalId})`;
}
