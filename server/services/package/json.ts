/** JSON as a package holds it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
