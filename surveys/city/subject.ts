import type { Subject } from '../forms/subject.ts'
import { living } from './living.ts'
import { services } from './services.ts'
import { usages } from './usages.ts'

/** Chapter 6: cities of prefecture level and above (SURVEY-PRACTICE 5.1–5.4). */
export const city: Subject = {
  scheme: 'city',
  title: { zh: '市民体验调查', en: 'Citizen experience survey' },
  residence: { zh: '您目前是否在本市居住满6个月？', en: 'Have you lived in this city for six months or more?' },
  part: { zh: '您住在哪个区？', en: 'Which district do you live in?' },
  partVariable: { name: 'district', label: { zh: '区', en: 'District' } },
  overall: {
    zh: '总体来说，您对本市智慧城市建设给生活带来的效果满意吗？',
    en: 'Overall, how satisfied are you with what smart-city work has done for daily life here?',
  },
  household: {
    question: { zh: '您的户口在哪里？', en: 'Where is your household registered (hukou)?' },
    here: { zh: '本市', en: 'In this city' },
    elsewhere: { zh: '外地', en: 'Elsewhere' },
  },
  comment: {
    zh: '对本市的智慧城市建设，您还有什么想说的？',
    en: 'Is there anything else you would like to say about smart-city work here?',
  },
  dimensions: [...services, ...living],
  usages,
  half: 'D5',
  screensPlaceType: false,
}
