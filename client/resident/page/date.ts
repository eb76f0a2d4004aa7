import type { Language } from '../../../scoring/text.ts'

/** A moment as people in China read it, whatever clock the server or the phone has. */
export const shownDate = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(date)
