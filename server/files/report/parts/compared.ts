import { AlignmentType, type FileChild, ImageRun, Paragraph, TextRun } from 'docx'
import { type Report, score } from '../input.ts'
import { radarLines, radarPng, radarSize } from '../radar.ts'
import { figureCaption, heading2, paragraph, tableCaption, tableOf } from '../style.ts'

const names = {
  own: { zh: '本地区', en: 'This region' },
  mean: { zh: '平均', en: 'Mean' },
  best: { zh: '最高', en: 'Best' },
}

/** The L1 scores beside the mean and the best of the group, on one scale from 0 to 100: as a radar, in figures. */
export function comparedPart(report: Report): FileChild[] {
  const { say, language, numbers, compared, scheme } = report
  const lines = (compared?.lines ?? []).filter(({ kind }) => kind === 'dimension')
  if (!compared || lines.length < 3) return []
  const alone = compared.regions < 2
  const axes = lines.map(({ id, own, mean, best }) => ({
    ...{ code: id, own },
    mean: alone ? null : mean,
    best: alone ? null : (best?.score ?? null),
  }))
  const shown = alone ? (['own'] as const) : (['own', 'mean', 'best'] as const)
  return [
    heading2(say({ zh: '与其他地区相比', en: 'Beside other regions' })),
    paragraph(
      alone
        ? say({
            zh: '本批次没有同一指标体系的其他地区可比，下图只有本地区的得分。',
            en: 'There is no other region of this indicator set in the round: the figure has this region alone.',
          })
        : say({
            zh: `与本批次采用${scheme.name.zh}的 ${compared.regions} 个地区（含本地区）的平均值和最高值相比；其他地区取生成本报告时的得分。`,
            en: `Beside the mean and the best of the ${compared.regions} regions of this round and indicator set, this one included; the scores of the others are those of the time at which this report was made.`,
          }),
      language,
    ),
    figureCaption(numbers, say({ zh: '一级指标雷达图（0–100）', en: 'L1 scores around a circle (0–100)' }), language),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: radarPng(axes),
          transformation: { width: radarSize.width / 2, height: radarSize.height / 2 },
          altText: {
            name: 'radar',
            title: say({ zh: '一级指标雷达图', en: 'L1 scores around a circle' }),
            description: lines.map(({ id, own }) => `${id} ${score(own)}`).join('; '),
          },
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: shown.map(
        (key) =>
          new TextRun({ text: `${dashes[key]} ${say(names[key])}   `, size: 20, color: hex(radarLines[key].colour) }),
      ),
    }),
    tableCaption(
      numbers,
      say({ zh: '一级指标得分与平均值、最高值', en: 'L1 scores beside the mean and the best' }),
      language,
    ),
    tableOf(
      [
        { header: say({ zh: '一级指标', en: 'L1' }), width: alone ? 70 : 34 },
        { header: say(names.own), width: alone ? 30 : 14, right: true },
        ...(alone
          ? []
          : [
              { header: say(names.mean), width: 14, right: true },
              { header: say(names.best), width: 14, right: true },
              { header: say({ zh: '得分最高的地区', en: 'Best region' }), width: 24 },
            ]),
      ],
      lines.map(({ id, name, own, mean, best }) => [
        ...[`${id} ${say(name)}`, score(own)],
        ...(alone ? [] : [score(mean), score(best?.score), best ? say(best.name) : '—']),
      ]),
      { together: true },
    ),
  ]
}

/** As the lines are drawn, for those who see no colours. */
const dashes = { own: '━━━', mean: '┅┅┅', best: '╍╍╍' } as const

const hex = (colour: readonly number[]) => colour.map((value) => value.toString(16).padStart(2, '0')).join('')
