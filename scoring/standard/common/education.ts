import { count } from '../input.ts'
import { item } from '../item.ts'
import { type Indicator, indicator } from '../scheme.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'

/** 教育服务, tables 5 and A.3: the same text. */
export const education = (id: string, weight: number, table: string): Indicator =>
  indicator(id, '教育服务', 'Education services', { weight, table }, [
    item(
      `${id}-A1`,
      '教育专网覆盖率',
      'Education network coverage',
      { share: 50, timing: 'point', rulings: ['R5'] },
      {
        connectedSchools: count(
          '已联通教育专网的学校和机构数',
          'Schools and education bodies on the education network',
          '所',
          { atMost: 'schools' },
        ),
        schools: count('学校和教育机构总数', 'Schools and education bodies in total', '所'),
      },
      ({ connectedSchools, schools }) => share(50, hundredfold(ratio(connectedSchools, schools))),
    ),
    item(
      `${id}-A2`,
      '师生网络学习空间覆盖率',
      'Coverage of online learning spaces for teachers and students',
      { share: 50, timing: 'point', rulings: ['R6', 'R5', 'R20'] },
      {
        teachersWithSpace: count('开通学习空间的教师数', 'Teachers with an online learning space', '人'),
        teachers: count('教师总数', 'Teachers in total', '人'),
        studentsWithSpace: count('开通学习空间的学生数', 'Students with an online learning space', '人'),
        students: count('学生总数', 'Students in total', '人'),
      },
      ({ teachersWithSpace, teachers, studentsWithSpace, students }) =>
        share(
          50,
          hundredfold(
            ratio(sum(teachersWithSpace, studentsWithSpace), sum(teachers, students), { capAtOne: 'standard' }),
          ),
        ),
    ),
  ])
