import type { Language } from '../../scoring/text.ts'
import { byId } from './dom.ts'
import { say } from './page/say.ts'
import { openSession } from './session.ts'
import { text } from './text.ts'

interface Start {
  survey: string
  language: Language
}

const start: Start = JSON.parse(byId('start').textContent ?? '')
const status = byId('status')

byId<HTMLFormElement>('first').addEventListener('submit', async (event) => {
  event.preventDefault()
  status.textContent = say(start.language, text.loading)
  try {
    await openSession(start)
    status.textContent = ''
  } catch {
    status.textContent = say(start.language, text.notLoaded)
  }
})
