import { createContext, type PropsWithChildren, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Language, Text } from '../../scoring/text.ts'
import { fill } from './fill.ts'

const remembered = 'tiyan.language'

interface LanguageChoice {
  language: Language
  choose: (language: Language) => void
}

const Choice = createContext<LanguageChoice>({ language: 'zh', choose: () => {} })

/** The language of everything below it: as chosen before on this device, else Chinese. */
export function LanguageProvider({ children }: PropsWithChildren) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(remembered) === 'en' ? 'en' : 'zh'))

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])

  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(remembered, next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <Choice value={choice}>{children}</Choice>
}

export const useLanguage = () => useContext(Choice)

/** A function that says a text in the chosen language, `{name}` in it replaced by the given values. */
export function useSay() {
  const { language } = useLanguage()
  return useCallback(
    (text: Text, values: Record<string, string | number> = {}) => fill(text[language], values),
    [language],
  )
}

export type Say = ReturnType<typeof useSay>
