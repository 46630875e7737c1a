import { asksTooMuch, changesOf, collect, planOf, renderings } from './plan/measure.ts';

/**
 * `npm run bench:plan`: how a plan of a large tree is collected and rendered, against a stand-in behind the SDK's own
 * client. Fails where a bound is missed:
 * - 2,000 changes in 40 nested stacks: no call more than there are pages, and all renderings in less than 1 s;
 * - 30 nested stacks at 50 ms a call: no longer than 1.5 times the longest chain of calls that need each other;
 * - above 10 calls a second the stand-in throttles: no such error comes through.
 */
const rounds = 5;
const mostRendering = 1_000;
const mostRatio = 1.5;
const latency = 50;
const missed: string[] = [];

const large = { children: 40, changesInEach: 50, pageSize: 20 };
const wide = { children: 30, changesInEach: 10, pageSize: 100 };

const calls = await countCalls();
const rendered = await timeRenderings();
const ratio = await timeCollection();
const throttled = await survive();
const verdict = missed.length === 0 ? 'every bound holds' : `missed: ${missed.join('; ')}`;
say(
  `plan: ${calls} calls for 2,000 changes in 40 stacks, rendered in ${ms(rendered)} (less than ${ms(mostRendering)}); ` +
    `30 stacks in ${ratio.toFixed(2)} of the longest chain (at most ${mostRatio}); ${throttled} throttled calls, none seen; ${verdict}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;

async function countCalls(): Promise<number> {
  const collected = await collect({ ...large, latency: 0 });
  const changes = changesOf(collected.plan);
  require(changes === 2_000, `${changes} changes were collected, not 2,000`);
  const tooMuch = asksTooMuch(collected);
  require(tooMuch.length === 0, `calls without a page of their own: ${tooMuch.slice(0, 3).join(', ')}`);
  const count = collected.served.calls.length;
  say(`2,000 changes in 40 nested stacks: ${count} calls, collected in ${ms(collected.took)}`);
  return count;
}

async function timeRenderings(): Promise<number> {
  const { plan: stack } = await collect({ ...large, latency: 0 });
  const plan = planOf(stack);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const made = renderings(plan);
    took.push(performance.now() - start);
    if (round > 0) continue;
    for (const [form, text] of Object.entries(made))
      say(`  ${form.padEnd(9)}${String(text.length).padStart(10)} characters`);
  }
  const slowest = Math.max(...took);
  say(`all renderings: ${ms(median(took))}, at most ${ms(slowest)} in ${rounds} rounds`);
  require(slowest < mostRendering, `rendering took ${ms(slowest)}`);
  return slowest;
}

async function timeCollection(): Promise<number> {
  await collect({ ...wide, latency: 0 }); // So that nothing of the SDK is loaded while it is measured.
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { took, chain } = await collect({ ...wide, latency });
    ratios.push(took / (chain * latency));
    if (round === 0) say(`30 nested stacks at ${latency} ms: the longest chain is ${chain} calls`);
  }
  const ratio = median(ratios);
  say(`  times that chain: ${ratios.map((each) => each.toFixed(2)).join(' ')}, median ${ratio.toFixed(2)}`);
  require(ratio <= mostRatio, `collecting took ${ratio.toFixed(2)} of the longest chain`);
  return ratio;
}

async function survive(): Promise<number> {
  try {
    const { served, took, plan } = await collect({ ...wide, latency, mostPerSecond: 10 });
    say(
      `above 10 calls a second: ${served.throttled()} of ${served.calls.length + served.throttled()} throttled, ${ms(took)}`,
    );
    require(served.throttled() > 0, 'nothing was throttled, so nothing was measured');
    require(changesOf(plan) === wide.children * wide.changesInEach, 'a throttled plan lacks changes');
    return served.throttled();
  } catch (error) {
    require(false, `an error came through: ${String(error)}`);
    return 0;
  }
}

function require(holds: boolean, otherwise: string): void {
  if (!holds) missed.push(otherwise);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
