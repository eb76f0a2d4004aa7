/** About how many pixels a label takes: Chinese characters are twice as wide as Latin ones. */
export const labelWidth = (label: string): number =>
  [...label].reduce((width, letter) => width + (letter > 'ÿ' ? 13 : 7), 0)
