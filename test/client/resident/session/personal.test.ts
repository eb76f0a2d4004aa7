import { expect, test } from 'vitest'
import { seemsPersonal } from '../../../../client/resident/session/personal.ts'

test.each([
  '请打我电话13812345678',
  '138 1234 5678',
  '１３８１２３４５６７８',
  '+86-138-1234-5678',
  '座机 0532-85551234',
  '身份证370202199001011234',
  '37020219900101123x',
  '卡号 6222 0200 1234 5678 901',
  'mail me: li.na@example.cn',
])('warns of %s', (text) => {
  expect(seemsPersonal(text)).toBe(true)
})

test.each(['公交太少，等了40分钟', '12345 热线很好', '2026年6月1日开始', '门牌 1234 号', '打分 5 4 3 2 1', ''])(
  'lets %s pass',
  (text) => {
    expect(seemsPersonal(text)).toBe(false)
  },
)
