import type { Command } from './command.ts'

/** Every command by its name, loaded when it is called. */
export const commands = {
  template: async () => (await import('./commands/template.ts')).template,
  score: async () => (await import('./commands/score.ts')).score,
  estimate: async () => (await import('./commands/estimate.ts')).estimate,
  verify: async () => (await import('./commands/verify.ts')).verify,
  serve: async () => (await import('./commands/serve.ts')).serve,
  'check-store': async () => (await import('./commands/checkStore.ts')).checkStore,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/backup.ts')).restore,
  copy: async () => (await import('./commands/copy.ts')).copy,
  user: async () => (await import('./commands/user.ts')).user,
  simulate: async () => (await import('./commands/simulate.ts')).simulate,
  'import-responses': async () => (await import('./commands/importResponses.ts')).importResponses,
} satisfies Record<string, () => Promise<Command>>
