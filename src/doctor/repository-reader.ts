/** What is read of the repository at GitHub; `src/github/api` speaks it. Every method rejects where it may not read. */
export interface RepositoryReader {
  getRepository(): Promise<{
    readonly id: number;
    readonly ownerId: number;
    readonly fullName: string;
    readonly isPrivate: boolean;
    readonly defaultBranch: string;
  }>;
  getWorkflowPermissions(): Promise<{ readonly default: 'read' | 'write' }>;
  getSubjectForm(): Promise<{
    /** False: the repository has a form of its own, of these claims. */
    readonly isDefault: boolean;
    readonly claims: readonly string[];
    /** How its subjects begin, `repo:owner/name` or `repo:owner@1/name@2`; `null` where the server does not say. */
    readonly prefix: string | null;
  }>;
  getBranch(name: string): Promise<{ readonly isProtected: boolean } | null>;
  /** Types of the rulesets' rules that hold for a branch. */
  listBranchRules(branch: string): Promise<readonly string[]>;
  environmentProtection(name: string): Promise<{
    readonly exists: boolean;
    readonly mainOnly: boolean;
    readonly reviewers: readonly string[];
    /** Which branches reach it, in the words of the settings page. */
    readonly branches: string;
  }>;
}
