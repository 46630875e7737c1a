import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { composePlan } from '../../src/plan/compose-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { StaticPlan } from '../../src/plan/static-plan.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { createPlan, emptyPlan, readyPlan, stoppedPlan } from '../report/plan-samples.ts';
import { validator } from './published-schema.ts';
import { planScenario, scenarioFiles } from './scenarios/plan-scenario.ts';
import { readScenario } from './scenarios/read-scenario.ts';

const plan = validator('plan');
const plans = validator('plans');
const asRead = (data: object): unknown => JSON.parse(JSON.stringify(data));

describe('the published schema of a plan', () => {
  test.each(scenarioFiles)('holds for %s', async (file) => {
    const made = await planScenario(readScenario(join(import.meta.dirname, 'scenarios', file)));
    expect(plan(asRead(made))).toEqual([]);
  });

  test.each([readyPlan('dev'), createPlan(), stoppedPlan(), emptyPlan()])(
    'holds for a plan with a site, an absent stack, a stop, or nothing: $environment',
    (made) => {
      expect(plan(asRead(made))).toEqual([]);
    },
  );

  test('names itself with its version, and the plan says the same one', () => {
    const schema: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../schemas/plan.schema.json'), 'utf8'),
    );
    expect(schema).toMatchObject({
      $id: 'urn:slipway:plan:1',
      description: expect.stringContaining('What a release would do'),
      properties: { schema: { const: 1 } },
    });
  });

  test('refuses what the code refuses: whatever is left out, added, or of another kind', () => {
    const whole = composed();
    expect(plan(asRead(whole))).toEqual([]);
    expect(parsePlan(JSON.stringify(whole), 'plan.json')).toEqual(whole);
    const places = placesIn(whole);
    expect(places.length).toBeGreaterThan(60);
    for (const place of places) {
      for (const [how, change] of Object.entries(mistakes)) {
        const data = asRead(whole);
        change(data as Tree, place);
        const schema = plan(data).length > 0;
        const code = refuses(data);
        expect([place.join('.'), how, schema]).toEqual([place.join('.'), how, code]);
      }
    }
  });
});

describe('the published schema of slipway plan --json', () => {
  const compared: StaticPlan = {
    schema: 1,
    kind: 'static',
    system: 'companycam',
    environment: 'dev',
    account: '111111111111',
    comparedWith: 'a'.repeat(40),
    stacks: readyPlan('dev').stacks,
    remarks: ['edge moves.'],
    gate: { verdict: 'pass', stops: [] },
    hasChanges: true,
  };

  test('holds for plans, comparisons and environments without a plan', () => {
    const entries = [
      { environment: 'dev', plan: readyPlan('dev') },
      { environment: 'sit', plan: null, problem: 'no credentials' },
      { environment: 'prod', plan: compared },
    ];
    expect(plans(asRead({ schema: 1, system: 'companycam', entries }))).toEqual([]);
    expect(
      plans({ schema: 1, system: 'companycam', entries: [{ environment: 'dev', plan: null }] }),
    ).not.toEqual([]);
    expect(plans({ schema: 1, entries: [] })).not.toEqual([]);
  });
});

/** A plan as a run makes it, with its own fingerprint and verdict. */
function composed(): Plan {
  const { system, environment, account, release, baseRelease, stacks } = stoppedPlan();
  const { site } = readyPlan('prod');
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  return composePlan({ system, environment, account, release, baseRelease, stacks, site, clock });
}

/** Whether the code says that it is no plan; a plan whose words contradict each other is another matter. */
function refuses(data: unknown): boolean {
  try {
    parsePlan(JSON.stringify(data), 'plan.json');
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'PLAN_SHAPE';
  }
}

type Place = readonly (string | number)[];
type Tree = Record<string | number, unknown>;

/** Every field. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesIn(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [[...at, name], ...placesIn(part, [...at, name])]);
}

const mistakes: Readonly<Record<string, (data: Tree, place: Place) => void>> = {
  'left out': (data, place) => {
    const { around, name } = find(data, place);
    Reflect.deleteProperty(around, name);
  },
  'of another kind': (data, place) => {
    const { around, name } = find(data, place);
    around[name] = { odd: true };
  },
  'with another beside it': (data, place) => {
    find(data, place).around['odd'] = 1;
  },
};

function find(data: Tree, place: Place): { readonly around: Tree; readonly name: string | number } {
  const around = place.slice(0, -1).reduce<Tree>((inner, name) => inner[name] as Tree, data);
  return { around, name: place.at(-1) ?? '' };
}
