import type { Text } from '../text.ts'

const province = (zh: string, en: string): Text => ({ zh, en })

/** By the first two digits of a code of GB/T 2260. */
const provinces: Record<string, Text> = {
  11: province('北京市', 'Beijing'),
  12: province('天津市', 'Tianjin'),
  13: province('河北省', 'Hebei'),
  14: province('山西省', 'Shanxi'),
  15: province('内蒙古自治区', 'Inner Mongolia'),
  21: province('辽宁省', 'Liaoning'),
  22: province('吉林省', 'Jilin'),
  23: province('黑龙江省', 'Heilongjiang'),
  31: province('上海市', 'Shanghai'),
  32: province('江苏省', 'Jiangsu'),
  33: province('浙江省', 'Zhejiang'),
  34: province('安徽省', 'Anhui'),
  35: province('福建省', 'Fujian'),
  36: province('江西省', 'Jiangxi'),
  37: province('山东省', 'Shandong'),
  41: province('河南省', 'Henan'),
  42: province('湖北省', 'Hubei'),
  43: province('湖南省', 'Hunan'),
  44: province('广东省', 'Guangdong'),
  45: province('广西壮族自治区', 'Guangxi'),
  46: province('海南省', 'Hainan'),
  50: province('重庆市', 'Chongqing'),
  51: province('四川省', 'Sichuan'),
  52: province('贵州省', 'Guizhou'),
  53: province('云南省', 'Yunnan'),
  54: province('西藏自治区', 'Tibet'),
  61: province('陕西省', 'Shaanxi'),
  62: province('甘肃省', 'Gansu'),
  63: province('青海省', 'Qinghai'),
  64: province('宁夏回族自治区', 'Ningxia'),
  65: province('新疆维吾尔自治区', 'Xinjiang'),
  71: province('台湾省', 'Taiwan'),
  81: province('香港特别行政区', 'Hong Kong'),
  82: province('澳门特别行政区', 'Macao'),
}

/** The province of a region by its six-digit code; null for any other code. */
export const provinceOf = (code: string): Text | null =>
  /^\d{6}$/.test(code) ? (provinces[code.slice(0, 2)] ?? null) : null

/** A province by its Chinese or English name, as far as GB/T 2260 has it; any other text stands for itself. */
export const provinceNamed = (name: string): Text =>
  Object.values(provinces).find(({ zh, en }) => [zh, en.toLowerCase()].includes(name.toLowerCase())) ?? {
    zh: name,
    en: name,
  }
