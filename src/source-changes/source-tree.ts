/** A file's name on one line of a log: what would act there (a line end, a control, a change of direction) is `?`. */
export function plainName(file: string): string {
  return file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

/** The files of a repository as they stand somewhere: in the working tree, or at a commit. */
export interface SourceTree {
  /** A commit's id, or `the working tree`. */
  readonly name: string;
  /**
   * A file's text; rejects with code `ENOENT` where there is none, as Node's own `readFile` does.
   * @param file relative to the repository's folder, `/` as separator
   */
  read(file: string): Promise<string>;
  /** The names of all files, without ignored ones and without installed packages. */
  files(): Promise<ReadonlySet<string>>;
}
