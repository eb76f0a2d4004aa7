import { expect, test } from 'vitest'
import { screened } from '../../../server/services/responses/screen.ts'

test.each([
  ['请打13800138000找我', '请打▇▇▇找我', ['phone']],
  ['电话：０２１－６２３４５６７８', '电话:▇▇▇', ['phone']],
  ['身份证31010119900101123X', '身份证▇▇▇', ['id-number']],
  ['写信到 li.na@example.cn 吧', '写信到 ▇▇▇ 吧', ['email']],
  ['加微信号：lina_2020', '加▇▇▇', ['account']],
  ['看 https://example.cn/a?b=1', '看 ▇▇▇', ['link']],
  ['住中山路88号501室，总停水', '住中山▇▇▇,总停水', ['address']],
  ['３号楼2单元501 漏水', '▇▇▇ 漏水', ['address']],
] as const)('%s', (written, shown, found) => {
  expect(screened(written)).toEqual({ text: shown, found })
})

test('what leads to nobody stays as it was written, numbers and full-width signs included', () => {
  for (const written of [
    '地铁１１号线等了20分钟',
    '2026年比2025年好',
    '满分100，给95',
    '12345热线很好',
    '3号楼的电梯常坏',
  ]) {
    expect(screened(written)).toEqual({ text: written, found: [] })
  }
})
