import { build } from 'esbuild';

/** Where the CloudFront Function's text stands, as `FunctionCode`. */
export const templateFile = 'templates/modules/site-edge.yml';
const entry = 'lambda/edge-viewer-request/cloudfront-function.ts';

/**
 * The CloudFront Function made of the sources that Lambda@Edge runs, as one script with a function `handler`: no imports, no
 * exports, no types, and nothing newer than what CloudFront's runtime reads (Developer Guide, "JavaScript runtime 2.0 features").
 */
export async function functionText(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: {},
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  const script = text.replace(/^\/\/ .*\n/gm, '').replace(/export \{\n {2}handler\n\};\n$/, '');
  if (/^(?:import|export)\b/m.test(script)) throw new Error(`${entry} makes more than one script`);
  return script;
}

/** The template with that text as its `FunctionCode: |`. */
export function withFunction(template: string, script: string): string {
  const lines = script.trimEnd().split('\n');
  const block = lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n');
  const marked = /(?<head>\n {6}FunctionCode: \|\n)(?: {8}.*\n|\n(?= {8}))*/;
  if (!marked.test(template)) throw new Error(`${templateFile} has no FunctionCode`);
  return template.replace(marked, (_, head: string) => `${head}${block}\n`);
}
