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
  '我住澜浦区中山路 88 号 501 室',
  '３号楼二单元 501 总停水',
  '阳光小区3栋2单元',
  'I live in Flat 12',
])('warns of %s', (text) => {
  expect(seemsPersonal(text)).toBe(true)
})

test.each([
  '公交太少，等了40分钟',
  '12345 热线很好',
  '2026年6月1日开始',
  '门牌 1234 号',
  '3号楼的电梯常坏',
  '地铁 3 号线有 20 站',
  '中山路88号门口太堵',
  '一条街上有 3 家医院',
  '打分 5 4 3 2 1',
  '',
])('lets %s pass', (text) => {
  expect(seemsPersonal(text)).toBe(false)
})
