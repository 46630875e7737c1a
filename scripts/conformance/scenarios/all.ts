import type { Scenario } from '../world.ts';
import { bucketAccess } from './bucket-access.ts';
import { changeSetName } from './change-set-name.ts';
import { changeSets } from './change-sets.ts';
import { edge } from './edge.ts';
import { failures } from './failures.ts';
import { nestedChangeSets } from './nested-change-sets.ts';
import { objects } from './objects.ts';
import { usageKeys } from './usage-keys.ts';

/** Every scenario, the quick ones first. */
export const scenarios: readonly Scenario[] = [
  objects,
  bucketAccess,
  changeSets,
  nestedChangeSets,
  failures,
  changeSetName,
  usageKeys,
  edge,
];
