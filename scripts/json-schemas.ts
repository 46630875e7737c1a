import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { environmentNames } from '../src/config/environment-name.ts';
import { environmentSchema, systemSchema } from '../src/config/schemas.ts';
import { forkReportSchema, staticPlanSchema } from '../src/github/report/fork-report.ts';
import { planSchema, stackNodeSchema } from '../src/plan/parse-plan.ts';
import { smokeProfileSchema } from '../src/smoke/profile.ts';
import { described, readWords, type Schema } from './schema-words.ts';

/** What `slipway plan --json` prints. */
const plansSchema = v.strictObject({
  schema: v.literal(1),
  system: v.string(),
  entries: v.array(
    v.union([
      v.strictObject({
        environment: v.picklist(environmentNames),
        plan: v.union([planSchema, staticPlanSchema]),
      }),
      v.strictObject({ environment: v.picklist(environmentNames), plan: v.null(), problem: v.string() }),
    ]),
  ),
});

/** One published schema. */
interface Published {
  readonly file: string;
  readonly title: string;
  readonly schema: v.GenericSchema;
  /** Its name and version, where programs read what we write. */
  readonly id?: string;
  /** The type whose doc comments describe it. */
  readonly type?: string;
  /** What it names instead of repeating it. */
  readonly definitions?: Readonly<Record<string, v.GenericSchema>>;
}

/** The files of which editors and others learn the form of our files. Another one is another entry here. */
const files: readonly Published[] = [
  {
    file: 'params/system.schema.json',
    title: 'A system: params/<system>/system.yml',
    schema: systemSchema,
  },
  {
    file: 'params/environment.schema.json',
    title: 'An environment of a system: params/<system>/{dev,sit,prod}.yml',
    schema: environmentSchema,
  },
  {
    file: 'params/smoke.schema.json',
    title: 'The smoke checks of a system: params/<system>/smoke.yml',
    schema: smokeProfileSchema,
  },
  {
    file: 'actions/report/fork-report.schema.json',
    title: 'What the run of a fork’s pull request hands to main’s code: <system>.fork.json',
    schema: forkReportSchema,
  },
  {
    file: 'schemas/plan.schema.json',
    title: 'A plan of one system and environment: <system>-<environment>.json',
    schema: planSchema,
    id: 'urn:slipway:plan:1',
    type: 'Plan',
    definitions: { StackNode: stackNodeSchema },
  },
  {
    file: 'schemas/plans.schema.json',
    title: 'The plans of one system: what slipway plan --json prints',
    schema: plansSchema,
    id: 'urn:slipway:plans:1',
    definitions: { Plan: planSchema, StaticPlan: staticPlanSchema, StackNode: stackNodeSchema },
  },
];

/** Where the types stand that describe the fields of what we publish. */
const typed = [
  'src/plan/plan.ts',
  'src/plan/static-plan.ts',
  'src/plan/cost/estimate-cost.ts',
  'src/plan/drift/drift.ts',
  'src/site/diff.ts',
];

/**
 * The JSON Schemas of the files that people and programs write, made of the schemas that the code checks with. What JSON Schema cannot say (a
 * second pattern on a key) is left out: the code is stricter, never laxer.
 *
 * @param root the repository's folder, for its formatting
 */
export async function jsonSchemas(root: string): Promise<readonly { file: string; text: string }[]> {
  const style = await resolveConfig(`${root}/params/system.schema.json`);
  const words = await readWords(root, typed);
  return Promise.all(
    files.map(async ({ file, title, schema, id, type, definitions }) => {
      const { $schema, $defs, ...rest } = toJsonSchema(schema, {
        typeMode: 'input',
        errorMode: 'ignore',
        ...(definitions === undefined ? {} : { definitions }),
      });
      const named = Object.entries($defs ?? {}).map(([name, part]) => [
        name,
        described(part as Schema, name, words),
      ]);
      const whole = {
        $schema,
        ...(id === undefined ? {} : { $id: id }),
        title,
        ...described(rest, type ?? null, words),
        ...($defs === undefined ? {} : { $defs: Object.fromEntries(named) as unknown }),
      };
      return {
        file,
        text: await format(JSON.stringify(whole), { ...style, parser: 'json' }),
      };
    }),
  );
}
