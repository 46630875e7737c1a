/**
 * Stands in the bundle for the SDK's default chain of credentials (environment, profiles, single sign-on, processes …). Every
 * client names it, for the case that it is made without credentials; ours never are. Without one the SDK says
 * "`credentials` not provided and no credentialDefaultProvider was configured" when a request is to be signed.
 */
export const defaultProvider = undefined;
