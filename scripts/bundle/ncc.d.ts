/** What is used of ncc's API (its readme, "Programmatically From Node.js"); it brings no types of its own. */
declare module '@vercel/ncc' {
  export interface NccOptions {
    /** The file that is made; chunks are called `<number>.index.js` after it. */
    readonly filename?: string;
    readonly cache?: string | false;
    readonly transpileOnly?: boolean;
    readonly quiet?: boolean;
    /** Name of the asset that holds the licenses of everything in the bundle. */
    readonly license?: string;
    /** What is not put in: its request, and the request that takes its place. */
    readonly externals?: Readonly<Record<string, string>>;
  }

  export interface NccResult {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
  }

  const ncc: (entry: string, options: NccOptions) => Promise<NccResult>;
  export default ncc;
}
