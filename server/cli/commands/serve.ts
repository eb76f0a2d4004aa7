import { serve as run } from '../../serve.ts'
import type { Command } from '../command.ts'

export const serve = {
  summary: { zh: '启动服务器', en: 'Starts the server' },
  options: {},
  run: () => run(process.env),
} satisfies Command<never>
