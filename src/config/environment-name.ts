/** The environments in promotion order. */
export const environmentNames = ['dev', 'sit', 'prod'] as const;
export type EnvironmentName = (typeof environmentNames)[number];
