import type { Evaluated } from '../../template/evaluated.ts';
import { fixed, notSettled, type ResourcePrice } from './fixed-price.ts';
import { entry, settledCount, settledItems, settledText } from './settled-property.ts';

/**
 * The metrics that an alarm looks at: each is paid for, expressions are not. High resolution (a period below a minute) has
 * a price of its own, a search by query and a band of anomalies have others (CloudWatch's pricing page).
 */
export function alarmPrice(properties: Evaluated, region: string): ResourcePrice {
  const metrics = settledItems(entry(properties, 'Metrics'));
  if (metrics === null || metrics.some(({ kind }) => kind !== 'map')) return notSettled(properties);
  const expressions = metrics.flatMap((metric) => entry(metric, 'Expression') ?? []);
  if (expressions.some((text) => !isPlain(text))) return notSettled(properties);
  const seen =
    metrics.length === 0 ? [properties] : metrics.flatMap((metric) => entry(metric, 'MetricStat') ?? []);
  // Left out, a period is none of this alarm's: an alarm needs one.
  const periods = seen.map((metric) => settledCount(entry(metric, 'Period'), 0));
  if (periods.some((period) => period === null || period === 0)) return notSettled(properties);
  const isFine = periods.some((period) => period !== null && period < 60);
  const what = isFine ? 'a metric of an alarm of high resolution' : 'a metric of an alarm';
  return fixed([{ what, count: seen.length }], region);
}

function isPlain(expression: Evaluated): boolean {
  const text = settledText(expression, '');
  return text !== null && !/\b(?:SELECT|SEARCH|ANOMALY_DETECTION_BAND)\b/i.test(text);
}
