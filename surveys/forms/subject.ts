import type { Text } from '../../scoring/text.ts'
import type { RatedDimension } from '../parts/rated.ts'
import type { Usage } from '../parts/usage.ts'

/** What the questionnaire of a kind of region is about: the words in which cities and counties differ, and what is rated. */
export interface Subject {
  scheme: 'city' | 'county'
  title: Text
  /** Has the person lived here for six months? */
  residence: Text
  /** In which part of it do they live? */
  part: Text
  /** What the parts are called as a variable of quotas and calibration. */
  partVariable: { name: string; label: Text }
  overall: Text
  /** Where is the household registered, and what here and elsewhere are called. */
  household: { question: Text; here: Text; elsewhere: Text }
  comment: Text
  dimensions: RatedDimension[]
  usages: Usage[]
  /** The attention check follows this dimension. */
  half: string
  /** Whether town or country is a quota variable, and so among the screening questions. */
  screensPlaceType: boolean
}

/** A part of a region: a district, a township. */
export interface Part {
  code: string
  label: Text
}
