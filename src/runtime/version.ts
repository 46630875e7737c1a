/** Slipway's version, the one of `package.json`; a test compares them, for a bundle has no such file beside it. */
export const version = '0.1.0';
