import type { Text } from '../../../scoring/text.ts'

interface Example {
  name: string
  label: Text
  source: Text
  load: () => Promise<{ default: string }>
}

const census = (zh: string, en: string): Text => ({
  zh: `${zh}第七次全国人口普查公报，2020年11月1日，常住人口`,
  en: `${en}: bulletin of the Seventh National Census, 1 November 2020, usual residents`,
})

/** The shipped population figures (surveys/margins), as something to begin with. */
export const examples: Example[] = [
  {
    name: 'shanghai-2020',
    label: { zh: '上海市 2020（16 区、性别、年龄）', en: 'Shanghai 2020 (districts, sex, age)' },
    source: census('上海市', 'Shanghai'),
    load: () => import('../../../surveys/margins/shanghai-2020.csv?raw'),
  },
  {
    name: 'guangzhou-2020',
    label: { zh: '广州市 2020（性别、年龄、城乡）', en: 'Guangzhou 2020 (sex, age, urban or rural)' },
    source: census('广州市', 'Guangzhou'),
    load: () => import('../../../surveys/margins/guangzhou-2020.csv?raw'),
  },
  {
    name: 'jinan-2020',
    label: { zh: '济南市 2020（性别、年龄）', en: 'Jinan 2020 (sex, age)' },
    source: census('济南市', 'Jinan'),
    load: () => import('../../../surveys/margins/jinan-2020.csv?raw'),
  },
  {
    name: 'qingdao-2020',
    label: { zh: '青岛市 2020（性别、年龄）', en: 'Qingdao 2020 (sex, age)' },
    source: census('青岛市', 'Qingdao'),
    load: () => import('../../../surveys/margins/qingdao-2020.csv?raw'),
  },
  {
    name: 'qingdao-shibei-2020',
    label: { zh: '青岛市市北区 2020（性别、年龄、教育）', en: 'Shibei, Qingdao 2020 (sex, age, education)' },
    source: census('青岛市市北区', 'Shibei, Qingdao'),
    load: () => import('../../../surveys/margins/qingdao-shibei-2020.csv?raw'),
  },
  {
    name: 'qingyuan-made-up',
    label: { zh: '青原县（虚构示例）', en: 'Qingyuan County (made up)' },
    source: { zh: '虚构示例', en: 'made up' },
    load: () => import('../../../surveys/margins/qingyuan-made-up.csv?raw'),
  },
]

/** The example as the file that somebody could have uploaded. */
export async function exampleFile({ name, load }: Example): Promise<File> {
  const { default: csv } = await load()
  return new File([csv], `${name}.csv`, { type: 'text/csv' })
}
