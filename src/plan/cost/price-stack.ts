import type { EvaluatedResource, EvaluatedStack } from '../../template/evaluate-tree.ts';
import { exact } from '../../template/evaluated.ts';
import { keptAs } from '../policy-action.ts';
import { nestedStackType } from '../stateful-types.ts';
import { monthly, perMonth, type ResourcePrice } from './fixed-price.ts';
import { listLengths, type ListLength } from './list-length.ts';
import { priceOf } from './resource-price.ts';

export interface PricedResource {
  readonly type: string;
  readonly price: ResourcePrice;
  /** True where it stays when it leaves the stack: by its own `DeletionPolicy`, or that of a nested stack above it. */
  readonly isKept: boolean;
}

/** Prices all resources of a stack and of what it nests, by path; none for `null`. */
export function pricesOf(stack: EvaluatedStack | null, region: string): ReadonlyMap<string, PricedResource> {
  return stack === null ? new Map() : pricesBelow(stack, { region, lengthOf: listLengths(stack) }, false);
}

interface Place {
  readonly region: string;
  readonly lengthOf: ListLength;
}

function pricesBelow(
  stack: EvaluatedStack,
  place: Place,
  isKept: boolean,
): ReadonlyMap<string, PricedResource> {
  const keeps = (resource: EvaluatedResource): boolean =>
    isKept || keptAs(exact(resource.deletionPolicy)) === 'Retain';
  const own = stack.resources.map((resource): [string, PricedResource] => [
    [...stack.path, resource.logicalId].join('/'),
    { type: resource.type, price: priceIfMade(resource, place), isKept: keeps(resource) },
  ]);
  const keptStacks = new Set(
    stack.resources
      .filter((each) => each.type === nestedStackType && keeps(each))
      .map((each) => each.logicalId),
  );
  const below = [...stack.children].flatMap(([logicalId, child]) => [
    ...pricesBelow(child, place, keptStacks.has(logicalId)),
  ]);
  return new Map([...own, ...below]);
}

/** What the deployment decides to make, or not, has no price that is a fact. */
function priceIfMade({ type, properties, exists }: EvaluatedResource, place: Place): ResourcePrice {
  const price = priceOf(type, properties, place.region, place.lengthOf);
  if (exists === 'yes' || price.kind === 'free') return price;
  const why = 'whether it is made is decided while it runs';
  if (price.kind === 'fixed') {
    return {
      kind: 'not priced',
      why: `${why}; ${perMonth(monthly(price.parts))} if it is`,
      size: price.parts,
    };
  }
  if (price.kind === 'by use')
    return { kind: 'not priced', why: `${why}; by use if it is (${price.of})`, size: price.of };
  return { ...price, why: `${why}; ${price.why}` };
}
