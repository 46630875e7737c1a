/** Variables as a process has them; handed in, never read from the process by the core. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;
