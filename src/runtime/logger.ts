/**
 * Where the core says what it is doing. The command line prints it, the actions turn it into workflow commands.
 * Nothing secret is ever handed to it.
 */
export interface Logger {
  info(line: string): void;
  warn(line: string): void;
  debug(line: string): void;
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, debug: () => undefined };
