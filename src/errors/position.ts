/** A place in a source file. `file` is relative to the repository with `/` as separator; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
