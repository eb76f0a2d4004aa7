import { count, set } from '../input.ts'
import { item } from '../item.ts'
import { type Indicator, indicator } from '../scheme.ts'
import { howMany } from '../words/howMany.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'

/** 共享开放, tables 21 and A.13: the same text. */
export const opening = (l1: string, weight: number, table: string): Indicator =>
  indicator(`${l1}P1`, '共享开放', 'Sharing and opening', { weight, table }, [
    item(
      `${l1}P1-A1`,
      '信息资源部门间共享率',
      'Rate of sharing between departments',
      { share: 50, timing: 'point', rulings: ['R5'] },
      {
        sharingDepartments: count(
          '已编目并提供共享的部门数',
          'Departments with a catalogue that share their resources',
          '个',
          { atMost: 'departments' },
        ),
        departments: count('政府部门总数', 'Government departments in total', '个'),
      },
      ({ sharingDepartments, departments }) => share(50, hundredfold(ratio(sharingDepartments, departments))),
    ),
    item(
      `${l1}P1-A2`,
      '公共数据资源社会开放率',
      'Rate of public data opened to society',
      { share: 50, timing: 'point', rulings: ['R33'] },
      {
        openCategories: set('已开放的公共数据类别', 'Categories of public data opened', {
          credit: ['信用服务', 'Credit services'],
          health: ['医疗卫生', 'Health care'],
          employment: ['社保就业', 'Social security and employment'],
          publicSafety: ['公共安全', 'Public safety'],
          housing: ['城建住房', 'Urban construction and housing'],
          transport: ['交通运输', 'Transport'],
          education: ['教育文化', 'Education and culture'],
          science: ['科技创新', 'Science and innovation'],
          energy: ['资源能源', 'Resources and energy'],
          environment: ['生态环境', 'Ecology and environment'],
          industryAgriculture: ['工业农业', 'Industry and agriculture'],
          commerce: ['商贸流通', 'Trade and logistics'],
          finance: ['财税金融', 'Taxation and finance'],
          workSafety: ['安全生产', 'Work safety'],
          market: ['市场监管', 'Market regulation'],
          socialAssistance: ['社会救助', 'Social assistance'],
          legal: ['法律服务', 'Legal services'],
          dailyLife: ['生活服务', 'Daily-life services'],
          weather: ['气象服务', 'Weather services'],
          geospatial: ['地理空间', 'Geospatial'],
          placeNames: ['地名地址', 'Place names and addresses'],
          organizations: ['机构团体', 'Organizations'],
        }),
      },
      ({ openCategories }) => share(50, hundredfold(ratio(howMany(openCategories), 22))),
    ),
  ])
