import { asksTooMuch, changesOf, collect, planOf, renderings, timeChain } from './plan/measure.ts';

/**
 * `npm run bench:plan`: how a plan of a large tree is collected and rendered, against a stand-in behind the SDK's own
 * client. Fails where a bound is missed:
 * - 2,000 changes in 40 nested stacks: no call more than there are pages, and all renderings in less than 1 s;
 * - 30 nested stacks at 50 ms a call: no longer than 1.5 times the longest chain of calls that need each other;
 * - above 10 calls a second the stand-in throttles: no such error comes through.
 *
 * What else the machine does counts for neither side: renderings are judged by the processor's time, which includes that of
 * the garbage collector beside them; from a collection is taken what it waited for the processor while it had work to do,
 * and it is compared with that chain of calls, made right before and after it. All is shown by the clock, too.
 */
const rounds = 7;
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
  `plan: ${calls} calls for 2,000 changes in 40 stacks, rendered in ${ms(rendered)} of the processor (less than ${ms(mostRendering)}); ` +
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
  const [spent, clock]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const made = renderings(plan);
    const { user, system } = process.cpuUsage(before);
    clock.push(performance.now() - start);
    spent.push((user + system) / 1_000);
    if (round > 0) continue;
    for (const [form, text] of Object.entries(made))
      say(`  ${form.padEnd(9)}${String(text.length).padStart(10)} characters`);
  }
  const slowest = Math.max(...spent);
  say(
    `all renderings: ${ms(median(spent))} of the processor, at most ${ms(slowest)} in ${rounds} rounds; ` +
      `by the clock ${ms(median(clock))}, at most ${ms(Math.max(...clock))}`,
  );
  require(slowest < mostRendering, `rendering took ${ms(slowest)} of the processor`);
  return slowest;
}

async function timeCollection(): Promise<number> {
  await collect({ ...wide, latency: 0 }); // So that nothing of the SDK is loaded while it is measured.
  const { chain } = await collect({ ...wide, latency });
  say(`30 nested stacks at ${latency} ms: the longest chain is ${chain} calls`);
  const ratios: number[] = [];
  let before = await timeChain(chain, latency);
  for (let round = 0; round < rounds; round += 1) {
    const { took, lost } = await collect({ ...wide, latency });
    const after = await timeChain(chain, latency);
    const compared = (before + after) / 2;
    const ratio = (took - lost) / compared;
    ratios.push(ratio);
    say(`  ${ms(took)}, ${ms(lost)} of them lost to others; that chain ${ms(compared)}: ${ratio.toFixed(2)}`);
    before = after;
  }
  const ratio = median(ratios);
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
