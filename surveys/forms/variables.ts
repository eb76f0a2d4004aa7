import type { Variable } from '../../scoring/sampling/design.ts'
import type { Part, Subject } from './subject.ts'

/** Sex by S4; who prefers not to say has no value of it. */
export const sexes: Variable = {
  name: 'sex',
  label: { zh: '性别', en: 'Sex' },
  question: 'S4',
  categories: [
    { code: 'male', label: { zh: '男', en: 'Male' }, values: ['male'] },
    { code: 'female', label: { zh: '女', en: 'Female' }, values: ['female'] },
  ],
}

/** Age by S2, folded to the bands of the census bulletins. */
export const ageBands: Variable = {
  name: 'age',
  label: { zh: '年龄', en: 'Age' },
  question: 'S2',
  categories: [
    { code: '16-59', label: { zh: '16–59岁', en: '16–59' }, values: ['16-17', '18-29', '30-44', '45-59'] },
    { code: '60+', label: { zh: '60岁及以上', en: '60 or over' }, values: ['60-64', '65-74', '75+'] },
  ],
}

/** The part of the region by S3. */
export const partsVariable = ({ partVariable: { name, label } }: Subject, parts: Part[]): Variable => ({
  name,
  label,
  question: 'S3',
  categories: parts.map(({ code, label }) => ({ code, label, values: [code] })),
})

/** Town or country by S6, where the screening asks it. */
export const placeTypes: Variable = {
  name: 'place',
  label: { zh: '城乡', en: 'Town or country' },
  question: 'S6',
  categories: [
    { code: 'seat', label: { zh: '县城', en: 'County seat' }, values: ['seat'] },
    { code: 'town', label: { zh: '镇区', en: 'Town' }, values: ['town'] },
    { code: 'village', label: { zh: '村', en: 'Village' }, values: ['village'] },
  ],
}
