import { schemes } from '../../scoring/standard/schemes.ts'
import type { Option } from './command.ts'

export const schemeOption = {
  value: Object.keys(schemes).join('|'),
  choices: Object.keys(schemes),
  required: true,
  about: {
    zh: '指标体系：city 地级及以上城市（第6章），county 县及县级市（附录A）',
    en: 'Scheme: city for prefecture level and above (chapter 6), county for counties and county-level cities (annex A)',
  },
} satisfies Option
