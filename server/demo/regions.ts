import type { Text } from '../../scoring/text.ts'
import type { SchemeId } from '../shapes/evaluation.ts'
import { type DemoFacts, dongzhouFacts } from './dongzhouFacts.ts'

export interface DemoRegion {
  code: string
  name: Text
  rank: string
  scheme: SchemeId
  /** Raw facts by item and key. */
  facts?: Record<string, DemoFacts>
  /** Objective scores of the L2s and points off of the deduction items, as worked out elsewhere. */
  scores?: Record<string, number>
  /** The survey score where Tiyan did not carry the survey out. */
  survey?: { score: number; se: number; kind: 'probability' | 'model' }
}

/** Fictional, so that no made-up figure is taken for a real city's. */
export const demoRegions: DemoRegion[] = [
  {
    code: 'dongzhou',
    name: { zh: '东洲市（示例）', en: 'Dongzhou (demo)' },
    rank: '地级市',
    scheme: 'city',
    facts: dongzhouFacts,
  },
  {
    code: 'nanlin',
    name: { zh: '南林市（示例）', en: 'Nanlin (demo)' },
    rank: '地级市',
    scheme: 'city',
    scores: {
      ...{ L1P1: 92.1, L1P2: 64.3, L1P3: 83.75, L1P4: 69.9, L1P5: 76.4, L1P6: 78, L1P7: 85, L1P8: 58.2 },
      ...{ L1P9: 75, L1P10: 90, L2P1: 69.8, L2P2: 81.6, L2P3: 90, L2P4: 88.4, L2P5: 71, L3P1: 86.3 },
      ...{ L3P2: 61.2, L4P1: 72.9, L4P2: 74.1, L4P3: 93.5, L5P1: 72.7, L6P1: 18.9, L8P1: 79, L8P2: 64 },
      ...{ 'L7P1-A1': 0, 'L7P2-A1': 0.2, 'L7P3-A1': 0.5, 'L7P3-A2': 0, 'L7P4-A1': 0, 'L7P4-A2': 0 },
    },
    survey: { score: 66.84, se: 0.62, kind: 'model' },
  },
  {
    code: 'xihe',
    name: { zh: '西河市（示例）', en: 'Xihe (demo)' },
    rank: '地级市',
    scheme: 'city',
    scores: {
      ...{ L1P1: 75.3, L1P2: 58.9, L1P3: 66, L1P4: 63.4, L1P5: 70.1, L1P6: 69.5, L1P7: 78, L1P8: 51 },
      ...{ L1P9: 55, L1P10: 66.67, L2P1: 60.2, L2P2: 70.5, L2P3: 75, L2P4: 79.9, L2P5: 64.3, L3P1: 73.8 },
      // L3P2 has not been worked out yet: the total is known within bounds only.
      ...{ L4P1: 66.8, L4P2: 60, L4P3: 81.1, L5P1: 54.5, L6P1: 12.4, L8P1: 71, L8P2: 52 },
      ...{ 'L7P1-A1': 0.6, 'L7P2-A1': 0.6, 'L7P3-A1': 0.5, 'L7P3-A2': 0, 'L7P4-A1': 0.5, 'L7P4-A2': 0 },
    },
    survey: { score: 62.17, se: 0.88, kind: 'probability' },
  },
  {
    code: 'qingyuan',
    name: { zh: '青原县（示例）', en: 'Qingyuan County (demo)' },
    rank: '县',
    scheme: 'county',
    scores: {
      ...{ L1P1: 82.5, L1P2: 68.4, L1P3: 77.3, L1P4: 59.6, L1P5: 64.8, L1P6: 71.5, L2P1: 70.2, L2P2: 74.9 },
      ...{ L3P1: 66.7, L3P2: 75, L4P1: 58.4, L4P2: 62.5, L5P1: 61.4, L7P1: 73, L7P2: 58 },
      ...{ 'L6P1-A1': 0.3, 'L6P2-A1': 0.4, 'L6P3-A1': 0.5, 'L6P3-A2': 0, 'L6P4-A1': 0.5, 'L6P4-A2': 0 },
    },
  },
]
