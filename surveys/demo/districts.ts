import type { Text } from '../../scoring/text.ts'

interface District {
  code: string
  label: Text
  /** Residents of all ages: those of a district of 上海, 2020 census (margins/shanghai-2020.csv), in that file's order. */
  residents: number
}

const district = (code: string, zh: string, en: string, residents: number): District => ({
  code,
  label: { zh, en },
  residents,
})

/** The districts of the fictional 东洲市, from the centre outwards. */
export const districts: District[] = [
  district('lanpu', '澜浦区', 'Lanpu', 662_000),
  district('yunqiao', '云桥区', 'Yunqiao', 1_113_100),
  district('jinghe', '景和区', 'Jinghe', 693_100),
  district('anlan', '安澜区', 'Anlan', 975_700),
  district('qingteng', '青藤区', 'Qingteng', 1_239_800),
  district('xiakou', '霞口区', 'Xiakou', 757_500),
  district('liupu', '柳浦区', 'Liupu', 1_242_600),
  district('nanping', '南屏区', 'Nanping', 2_653_400),
  district('wangshan', '望山区', 'Wangshan', 2_235_200),
  district('heding', '禾定区', 'Heding', 1_834_200),
  district('dongwan', '东湾新区', 'Dongwan New Area', 5_681_500),
  district('jintan', '金滩区', 'Jintan', 822_800),
  district('songzhu', '松渚区', 'Songzhu', 1_909_700),
  district('bihu', '碧湖区', 'Bihu', 1_271_400),
  district('xianhai', '贤海区', 'Xianhai', 1_140_900),
  district('shazhou', '沙洲区', 'Shazhou', 637_900),
]
