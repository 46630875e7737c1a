/** The bucket that holds the artifacts of an account in one region; made by the bootstrap. */
export function artifactBucketName(account: string, region: string): string {
  return `slipway-artifacts-${account}-${region}`;
}

/** The bucket that holds the ledgers of the environments of an account with this home region; made by the bootstrap. */
export function ledgerBucketName(account: string, region: string): string {
  return `slipway-ledger-${account}-${region}`;
}
