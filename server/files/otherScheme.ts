import type { Scheme } from '../../scoring/standard/scheme.ts'
import { schemes } from '../../scoring/standard/schemes.ts'
import type { FileNote } from './problem.ts'

/** Warns where facts look like those of the other scheme: more of them are known there than here. */
export function otherScheme(scheme: Scheme, rows: { indicator: string; input: string }[]): FileNote | null {
  const other = Object.values(schemes).find(({ id }) => id !== scheme.id)
  if (!other || knownIn(other, rows) <= knownIn(scheme, rows)) return null
  return {
    zh: `文件看来是“${other.name.zh}”的，而选的是“${scheme.name.zh}”`,
    en: `The file looks like one of the scheme “${other.name.en}”, but “${scheme.name.en}” was chosen`,
  }
}

function knownIn({ dimensions }: Scheme, rows: { indicator: string; input: string }[]): number {
  const items = dimensions.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.items))
  const known = new Set(items.flatMap(({ id, inputs }) => inputs.map(({ key }) => `${id} ${key}`)))
  return rows.filter(({ indicator, input }) => known.has(`${indicator} ${input}`)).length
}

/**
 * Warns where the rank of a region asks for the other scheme: chapter 6 is for prefecture level and above, annex A for
 * counties and county-level cities. The rank is the one that is noted of the region, else what its GB/T 2260 code
 * tells; names and other codes tell nothing.
 */
export function otherRank({ id }: Scheme, region: { code: string; rank?: string }): FileNote | null {
  const isCounty = isCountyByName(region.rank ?? '') ?? isCountyByCode(region.code)
  if (isCounty === null || isCounty === (id === 'county')) return null
  const { code } = region
  return isCounty
    ? {
        zh: `地区 ${code} 是县级，一般用县域指标体系(county)`,
        en: `Region ${code} ranks as a county: the scheme county is meant for it`,
      }
    : {
        zh: `地区 ${code} 是地级以上，一般用城市指标体系(city)`,
        en: `Region ${code} ranks as a prefecture or above: the scheme city is meant for it`,
      }
}

const countyRanks = /(县|县级市|旗|县级)$/
const prefectureRanks = /(直辖市|副省级市|计划单列市|地级市|地区|自治州|盟|地级)$/

const isCountyByName = (rank: string): boolean | null =>
  countyRanks.test(rank) ? true : prefectureRanks.test(rank) ? false : null

/** Districts of the four municipalities rank with prefectures. */
const isCountyByCode = (code: string): boolean | null =>
  /^[1-9]\d{5}$/.test(code) ? !code.endsWith('00') && !/^(11|12|31|50)01/.test(code) : null
