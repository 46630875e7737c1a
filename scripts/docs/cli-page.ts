import { commandNames, helpText } from './command-lines.ts';

const introduction = `# The command line

\`slipway\` does everything that an action does, with the same code and the same words. In a checkout of this repository it is \`npm run slipway -- <command>\`; the first call installs what is missing.

## What every command has in common

- \`--json\` prints the result as data and nothing else; \`--out <file>\` writes the same to a file beside the text. The form of plans is published: [schemas/](../schemas/README.md).
- Results go to the first stream, progress, warnings and errors to the second. Colours and live progress are for terminals only; \`NO_COLOR\` turns colours off.
- A release is named by the first digits of its id, at least four here, eight in the ledger. Without \`--release\` it is the newest that was built in this checkout.
- Exit codes 2 to 5 say that nothing was changed, or nothing more: a promotion may have finished the environments before.
- Ctrl-C stops watching, not CloudFormation. The same command again picks the operation up.

## Where credentials come from

| setting                                       | what a step acts as                                                                                                                        |
| --------------------------------------------- | ------------------------------------------------------------------------------------------------------------------------------------------ |
| none                                          | the SDK's default chain: environment variables, \`AWS_PROFILE\`, single sign-on, a workflow's role                                           |
| \`--assume-roles\`                              | the bootstrap's role for each step (\`slipway-preview\`, \`slipway-plan\`, \`slipway-deploy\`), assumed from the default chain                   |
| \`SLIPWAY_PROFILES={environment}-{role}\`       | a profile of \`~/.aws/config\` for each step; the pattern may hold \`{system}\`, \`{environment}\`, \`{account}\` and \`{role}\`                    |
| \`AWS_ENDPOINT_URL\`, \`HTTPS_PROXY\` and others | as for every SDK; \`slipway local start\` prints those that lead to the local AWS. \`NODE_EXTRA_CA_CERTS\` is trusted beside the usual roots. |

Whatever the way, a command first asks whose credentials they are, and stops with \`WRONG_ACCOUNT\` before anything else if the account is not the environment's. Every error code is explained in [errors.md](errors.md).
`;

/** `docs/cli.md`: a written introduction, then what the command line says of itself. */
export async function cliPage(): Promise<string> {
  const sections = [`## slipway\n\n${fenced(await helpText([]))}`];
  for (const words of commandNames()) {
    sections.push(`## slipway ${words.join(' ')}\n\n${fenced(await helpText(words))}`);
  }
  return `${introduction}\n${sections.join('\n\n')}\n`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}
