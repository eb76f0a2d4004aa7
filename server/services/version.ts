/** Which program computed a result; a test holds it to package.json. */
export const programVersion = { name: 'tiyan', version: '0.1.0' }
