import type { Usage } from '../parts/usage.ts'

/** What decides which services a resident of a county is asked about; the codes are those of the city's list. */
export const usages: Usage[] = [
  { code: 'g1', zh: '在网上或手机上办理政务事项', en: 'Government procedures online or by phone' },
  { code: 'g2', zh: '去县、乡镇便民服务中心办事', en: 'A county or township service centre' },
  { code: 'g5', zh: '看病就医', en: 'Medical care' },
  { code: 'g7', zh: '本人或子女在上学', en: 'School (yourself or your children)' },
  { code: 'g13', zh: '通过12345、网格员等渠道反映问题', en: 'Reporting a problem through 12345 or the grid worker' },
  { code: 'g14', zh: '从事种植养殖或销售农产品', en: 'Growing crops, raising animals or selling farm products' },
]
