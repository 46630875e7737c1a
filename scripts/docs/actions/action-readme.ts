import type { ActionFile } from './action-file.ts';
import { table, withBlock } from '../markdown.ts';

/**
 * A README with the tables of inputs and outputs made anew from `action.yml`.
 * @throws Error if the README lacks one of the markers `<!-- inputs -->…<!-- /inputs -->`, `<!-- outputs -->…<!-- /outputs -->`
 */
export function actionReadme(readme: string, action: ActionFile): string {
  const withInputs = withBlock(readme, inputsTable(action.inputs), {
    begin: '<!-- inputs -->',
    end: '<!-- /inputs -->',
  });
  return withBlock(withInputs, outputsTable(action.outputs), {
    begin: '<!-- outputs -->',
    end: '<!-- /outputs -->',
  });
}

function inputsTable(inputs: ActionFile['inputs']): string {
  const rows = Object.entries(inputs).map(([name, input]) => [
    code(name),
    input.description,
    input.required === true ? '**required**' : code(input.default ?? ''),
  ]);
  return table(['input', 'meaning', 'default'], rows);
}

function outputsTable(outputs: ActionFile['outputs']): string {
  return table(
    ['output', 'meaning'],
    Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
  );
}

/** Nothing for an empty text: an empty code span is none. */
function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
