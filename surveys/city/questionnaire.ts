import type { Text } from '../../scoring/text.ts'
import { districts } from '../demo/districts.ts'
import { localText, surveyLocale } from '../localText.ts'
import { commentPage, demographicsPage, longestComment } from '../parts/closing.ts'
import { attentionCheck, overallPage } from '../parts/overall.ts'
import { dimensionScoring, ratedPage } from '../parts/rated.ts'
import { screeningPage } from '../parts/screening.ts'
import { usagePage } from '../parts/usage.ts'
import { living } from './living.ts'
import { services } from './services.ts'
import { usages } from './usages.ts'

const dimensions = [...services, ...living]

/** After this dimension the attention check is asked. */
const half = 'D5'

/** The city questionnaire (SURVEY-PRACTICE 5.1–5.4) for a city with these districts. */
export const cityQuestionnaireOf = (parts: { code: string; label: Text }[]): Record<string, unknown> => ({
  title: localText({ zh: '市民体验调查', en: 'Citizen experience survey' }),
  locale: surveyLocale.zh,
  showQuestionNumbers: false,
  // What is hidden again is no answer: the server refuses it.
  clearInvisibleValues: 'onHidden',
  maxCommentLength: longestComment,
  scheme: 'city',
  scale: { min: 1, max: 5 },
  dimensions: dimensions.map(dimensionScoring),
  pages: [
    screeningPage({
      residence: { zh: '您目前是否在本市居住满6个月？', en: 'Have you lived in this city for six months or more?' },
      part: { zh: '您住在哪个区？', en: 'Which district do you live in?' },
      parts,
    }),
    usagePage(usages),
    ...dimensions.map((dimension) => ratedPage(dimension, dimension.code === half ? [attentionCheck] : [])),
    overallPage(
      {
        zh: '总体来说，您对本市智慧城市建设给生活带来的效果满意吗？',
        en: 'Overall, how satisfied are you with what smart-city work has done for daily life here?',
      },
      dimensions,
    ),
    demographicsPage({
      household: { zh: '您的户口在哪里？', en: 'Where is your household registered (hukou)?' },
      here: { zh: '本市', en: 'In this city' },
      elsewhere: { zh: '外地', en: 'Elsewhere' },
      asksPlaceType: true,
    }),
    commentPage({
      zh: '对本市的智慧城市建设，您还有什么想说的？',
      en: 'Is there anything else you would like to say about smart-city work here?',
    }),
  ],
})

/** The one that the demo publishes, with the demo's districts. */
export const cityQuestionnaire = cityQuestionnaireOf(districts)
