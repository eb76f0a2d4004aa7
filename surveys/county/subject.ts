import type { Subject } from '../forms/subject.ts'
import { dimensions } from './items.ts'
import { usages } from './usages.ts'

/** Annex A: counties and county-level cities (SURVEY-PRACTICE 5.5). */
export const county: Subject = {
  scheme: 'county',
  title: { zh: '居民体验调查', en: 'Resident experience survey' },
  residence: { zh: '您目前是否在本县居住满6个月？', en: 'Have you lived in this county for six months or more?' },
  part: { zh: '您住在哪个乡镇（街道）？', en: 'Which township or subdistrict do you live in?' },
  partVariable: { name: 'township', label: { zh: '乡镇（街道）', en: 'Township' } },
  overall: {
    zh: '总体来说，您对本县智慧县城建设给生活带来的效果满意吗？',
    en: 'Overall, how satisfied are you with what smart-county work has done for daily life here?',
  },
  household: {
    question: { zh: '您的户口在哪里？', en: 'Where is your household registered (hukou)?' },
    here: { zh: '本县', en: 'In this county' },
    elsewhere: { zh: '外地', en: 'Elsewhere' },
  },
  comment: {
    zh: '对本县的智慧县城建设，您还有什么想说的？',
    en: 'Is there anything else you would like to say about smart-county work here?',
  },
  dimensions,
  usages,
  half: 'K5',
  screensPlaceType: true,
}
