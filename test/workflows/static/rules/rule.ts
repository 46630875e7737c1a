import type { Repository } from '../read-workflows.ts';

/** What of the repository's workflows does not hold, each with its file and job; empty where all does. */
export type Rule = (repository: Repository) => readonly string[];
