import type { Usage } from '../parts/usage.ts'

/** What decides which services a resident is asked about; the codes stay as they are, g10 is not used. */
export const usages: Usage[] = [
  { code: 'g1', zh: '在网上或手机上办理政务事项', en: 'Government procedures online or by phone' },
  { code: 'g2', zh: '去政务大厅或便民服务中心办事', en: 'A government service hall' },
  { code: 'g3', zh: '乘坐公交或地铁', en: 'Bus or metro' },
  { code: 'g4', zh: '开车出行、停车', en: 'Driving and parking' },
  { code: 'g5', zh: '看病就医', en: 'Medical care' },
  { code: 'g6', zh: '办理社保、医保业务', en: 'Social or medical insurance matters' },
  { code: 'g7', zh: '本人或子女在上学', en: 'School (yourself or your children)' },
  { code: 'g8', zh: '找工作或参加培训', en: 'Job hunting or training' },
  { code: 'g9', zh: '用手机缴费、购票', en: 'Paying bills or buying tickets by phone' },
  { code: 'g11', zh: '养老服务', en: 'Elderly-care services' },
  { code: 'g12', zh: '长辈版、读屏等功能', en: 'Senior mode, screen reader and the like' },
  { code: 'g13', zh: '通过12345等渠道反映问题', en: 'Reporting a problem through 12345 or similar' },
]
