import { boolean, count } from '../input.ts'
import { item } from '../item.ts'
import { type Indicator, indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { points } from '../words/points.ts'
import { ratio } from '../words/ratio.ts'
import { sum } from '../words/sum.ts'
import { tiers } from '../words/tiers.ts'
import { upTo } from '../words/upTo.ts'

/** 保密工作, tables 23 and A.14: the same text. */
export const secrecy = (l1: string, table: string): Indicator =>
  indicator(`${l1}P1`, '保密工作', 'Secrecy protection', { weight: 0, table }, [
    item(
      `${l1}P1-A1`,
      '失泄密事件(案件)情况',
      'Leaks of state secrets',
      { maxDeduction: 2, timing: 'point', rulings: ['R35'] },
      {
        reviewMissed: boolean('存在发布前未做保密审查的情形', 'Any release or input made without secrecy review'),
        leakIncidents: count('失泄密事件(案件)数', 'Leak incidents', '起'),
      },
      ({ reviewMissed, leakIncidents }) => sum(points(reviewMissed, 0.5), upTo(1.5, each(0.3, leakIncidents))),
    ),
  ])

/** 密码应用, tables 24 and A.15: the same text. */
export const cryptography = (l1: string, table: string): Indicator =>
  indicator(`${l1}P2`, '密码应用', 'Cryptography', { weight: 0, table }, [
    item(
      `${l1}P2-A1`,
      '密码应用情况',
      'Use of cryptography',
      { maxDeduction: 2, timing: 'point', rulings: ['R36'] },
      {
        nonCompliantSystems: count(
          '未落实“三同步一评估”的系统数',
          'Systems without the required cryptography planning and assessment',
          '个',
        ),
      },
      ({ nonCompliantSystems }) => upTo(2, each(0.2, nonCompliantSystems)),
    ),
  ])

/** 网络安全, tables 25 and A.16: the same text. */
export const networkSecurity = (l1: string, table: string): Indicator =>
  indicator(`${l1}P3`, '网络安全', 'Cybersecurity', { weight: 0, table }, [
    item(
      `${l1}P3-A1`,
      '网络安全等级保护定级备案情况',
      'Classified-protection grading and filing',
      { maxDeduction: 1, timing: 'point', rulings: ['R5', 'R37'] },
      {
        filedSystems: count('已备案的系统数', 'Systems graded and filed', '个', { atMost: 'systems' }),
        systems: count('应备案的系统总数', 'Systems that must be filed', '个'),
      },
      ({ filedSystems, systems }) =>
        tiers(
          hundredfold(ratio(filedSystems, systems)),
          [
            [80, 0],
            [60, 0.5],
          ],
          1,
        ),
    ),
    item(
      `${l1}P3-A2`,
      '网络安全等级保护测评整改情况',
      'Assessment and rectification',
      { maxDeduction: 1, timing: 'point', rulings: ['R37'] },
      { rectified: boolean('已按要求完成测评整改', 'Assessment and rectification completed') },
      ({ rectified }) => points(rectified, { yes: 0, no: 1 }),
    ),
  ])

/** 数据安全, tables 26 and A.17: the same text. */
export const dataSecurity = (l1: string, table: string): Indicator =>
  indicator(`${l1}P4`, '数据安全', 'Data security', { weight: 0, table }, [
    item(
      `${l1}P4-A1`,
      '数据分类分级情况',
      'Data classification and grading',
      { maxDeduction: 1, timing: 'point', rulings: ['R5', 'R38'] },
      {
        classifiedAssets: count('已完成分类分级的关键数据资产数', 'Key data assets classified and graded', '个', {
          atMost: 'keyAssets',
        }),
        keyAssets: count('关键数据资产总数', 'Key data assets in total', '个'),
      },
      ({ classifiedAssets, keyAssets }) =>
        tiers(
          hundredfold(ratio(classifiedAssets, keyAssets)),
          [
            [90, 0],
            [70, 0.5],
          ],
          1,
        ),
    ),
    item(
      `${l1}P4-A2`,
      '数据安全防护情况',
      'Data protection',
      { maxDeduction: 1, timing: 'point', rulings: ['R38'] },
      {
        fullyProtected: boolean(
          '关键数据资产防护覆盖全生命周期',
          'Protection of key data assets covers the whole life cycle',
        ),
      },
      ({ fullyProtected }) => points(fullyProtected, { yes: 0, no: 1 }),
    ),
  ])
