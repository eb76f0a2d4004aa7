/**
 * Whether a text seems to name somebody: a mobile or landline number, an identity or bank card number, an address of e-mail, a door.
 * Digits may be full-width or parted by spaces and dashes. It warns, it does not forbid: a street number is no telephone.
 */
export function seemsPersonal(text: string): boolean {
  const plain = text
    .replace(/[０-９Ｘｘ＠．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/(\d)[\s\-—–·.]+(?=\d)/g, '$1')
  return patterns.some((pattern) => pattern.test(plain))
}

const patterns = [
  /(^|\D)(86)?1[3-9]\d{9}(\D|$)/,
  /(^|\D)0\d{2,3}[2-9]\d{6,7}(\D|$)/,
  /(^|\D)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]/,
  /(^|\D)\d{16,19}(\D|$)/,
  /[\w.+-]+@[\w-]+\.[\w.]+/,
  /[\d一二三四五六七八九十]\s*(栋|幢|号楼|单元|号院)[^，。；！？]{0,6}\d/,
  /[路街巷弄道村]\s*\d+\s*(号|弄)[^，。；！？]{0,8}\d/,
  /\b(room|flat|apartment|apt|unit)\.? ?(no\.? ?)?\d+/i,
]
