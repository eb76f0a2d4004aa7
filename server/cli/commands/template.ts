import { extname } from 'node:path'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { templateCsv, templateXlsx } from '../../files/template.ts'
import { type Command, UsageError } from '../command.ts'
import { writeResult } from '../files.ts'
import { schemeOption } from '../schemeOption.ts'

export const template = {
  summary: { zh: '生成填报表', en: 'Makes the sheet that an official fills in' },
  options: {
    scheme: schemeOption,
    out: {
      value: 'FILE.xlsx|.csv',
      required: true,
      about: { zh: '写到哪个文件，格式按扩展名', en: 'File to write; its extension says the format' },
    },
  },
  async run({ given: { scheme, out = '' }, language, terminal }) {
    const chosen = schemes[scheme as SchemeId]
    const format = extname(out).toLowerCase()
    if (format === '.xlsx') await writeResult(await templateXlsx(chosen, language), out, terminal)
    // Excel tells UTF-8 by the byte order mark.
    else if (format === '.csv') await writeResult(templateCsv(chosen, language, [], { bom: true }), out, terminal)
    else
      throw new UsageError({
        zh: '--out 的扩展名应为 .xlsx 或 .csv',
        en: 'The extension of --out must be .xlsx or .csv',
      })
    return 0
  },
} satisfies Command<'scheme' | 'out'>
