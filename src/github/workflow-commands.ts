/**
 * Lines by which an action talks to the runner (GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those
 * of the runner's `ActionCommand`). `@actions/core` does the same, but takes 110 ms to load where this takes 1.
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Text for the log that the runner takes for no command: it reads lines that begin with `::` behind any white space, and
 * `##[` wherever it stands (`ActionCommand.TryParseV2` and `TryParse` of the runner).
 */
export function logText(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '## [');
}

/**
 * An entry of the files GITHUB_OUTPUT and GITHUB_STATE, of any number of lines.
 * @param unique a text that nobody who made the value could know
 */
export function fileEntry(name: string, value: string, unique: string): string {
  const delimiter = `slipway-${unique}`;
  if (value.includes(delimiter)) throw new Error(`the value of ${name} holds the delimiter`);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
