import type { Evaluated } from '../../template/evaluated.ts';
import { fixed, notSettled, type ResourcePrice } from './fixed-price.ts';
import { entry, settledItems, settledText } from './settled-property.ts';

/** Groups of AWS that are paid for by themselves (WAF's pricing page: bot control, fraud control, DDoS protection). */
const paidGroups = /^AWSManagedRules(?:BotControl|ATP|ACFP|AntiDDoS)RuleSet$/;

/**
 * A web ACL and its rules, each paid by the month; a group of AWS's managed rules counts as one rule (WAF's pricing page).
 * Groups of one's own, of sellers, and those of AWS that cost extra have prices that the table does not hold.
 */
export function webAclPrice(properties: Evaluated, region: string): ResourcePrice {
  const rules = settledItems(entry(properties, 'Rules'));
  if (!rules?.every(isOneRule)) return notSettled(properties);
  return fixed(
    [
      { what: 'a web ACL', count: 1 },
      { what: 'a rule of a web ACL', count: rules.length },
    ],
    region,
    'requests',
  );
}

function isOneRule(rule: Evaluated): boolean {
  const statement = entry(rule, 'Statement');
  if (statement?.kind !== 'map' || entry(statement, 'RuleGroupReferenceStatement') !== undefined)
    return false;
  const group = entry(statement, 'ManagedRuleGroupStatement');
  if (group === undefined) return true;
  const [vendor, name] = [settledText(entry(group, 'VendorName'), ''), settledText(entry(group, 'Name'), '')];
  return vendor === 'AWS' && name !== null && !paidGroups.test(name);
}
