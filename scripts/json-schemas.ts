import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import type { GenericSchema } from 'valibot';
import { environmentSchema, systemSchema } from '../src/config/schemas.ts';
import { forkReportSchema } from '../src/github/report/fork-report.ts';
import { smokeProfileSchema } from '../src/smoke/profile.ts';

/** The files of which editors and others learn the form of our files. Another one is another entry here. */
const files: readonly { readonly file: string; readonly title: string; readonly schema: GenericSchema }[] = [
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
];

/**
 * The JSON Schemas of the files that people and programs write, made of the schemas that the code checks with. What JSON Schema cannot say (a
 * second pattern on a key) is left out: the code is stricter, never laxer.
 *
 * @param root the repository's folder, for its formatting
 */
export async function jsonSchemas(root: string): Promise<readonly { file: string; text: string }[]> {
  const style = await resolveConfig(`${root}/params/system.schema.json`);
  return Promise.all(
    files.map(async ({ file, title, schema }) => {
      const { $schema, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
      return {
        file,
        text: await format(JSON.stringify({ $schema, title, ...rest }), { ...style, parser: 'json' }),
      };
    }),
  );
}
