/** A text that a user sees, in both languages of the house. */
export interface Text {
  zh: string
  en: string
}

export type Language = keyof Text
