/** Colours that stay apart for colour-blind eyes and in grey print. */
export const palette = {
  ink: '#1f2a37',
  muted: '#667085',
  line: '#e3e7ed',
  main: '#1f5a96',
  mainSoft: '#a9c4e0',
  warm: '#b4621a',
  good: '#2f7d4f',
  bad: '#b42318',
} as const
