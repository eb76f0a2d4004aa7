import type { Cases } from './case.ts'
import { innovation, opening, security } from './common.ts'

/** 信息基础设施 L4 to 创新发展 L8 */
export const cityFoundations: Cases = {
  'L4P1-A1': [
    ['ordinary', { gigabitHouseholds: 6, households: 10, fastUsers: 1, fixedUsers: 5 }, 20],
    [
      'nobody online',
      { gigabitHouseholds: 6, households: 10, fastUsers: 0, fixedUsers: 0 },
      'zeroDenominator fixedUsers',
    ],
  ],
  'L4P1-A2': [
    ['ordinary', { venues5g: 1, venues: 2, users5g: 1, mobileUsers: 4, applications5g: 2 }, 19],
    ['six applications count as five', { venues5g: 2, venues: 2, users5g: 4, mobileUsers: 4, applications5g: 6 }, 50],
  ],
  'L4P2-A1': [
    [
      'ordinary',
      {
        builtUpMappedArea: 20,
        builtUpArea: 40,
        planningMappedArea: 25,
        planningArea: 100,
        mapUpdated: true,
        updateCycle: 2,
      },
      21.875,
    ],
    [
      'a year and a half is not rounded (R31)',
      {
        builtUpMappedArea: 0,
        builtUpArea: 40,
        planningMappedArea: 0,
        planningArea: 100,
        mapUpdated: true,
        updateCycle: 1.5,
      },
      50 / 3,
    ],
    [
      'below a year counts as one',
      {
        builtUpMappedArea: 0,
        builtUpArea: 40,
        planningMappedArea: 0,
        planningArea: 100,
        mapUpdated: true,
        updateCycle: 0.2,
      },
      25,
    ],
    [
      'never updated, no cycle',
      { builtUpMappedArea: 40, builtUpArea: 40, planningMappedArea: 0, planningArea: 100, mapUpdated: false },
      12.5,
    ],
    [
      'a cycle of nothing',
      {
        builtUpMappedArea: 0,
        builtUpArea: 40,
        planningMappedArea: 0,
        planningArea: 100,
        mapUpdated: true,
        updateCycle: 0,
      },
      'zeroDenominator updateCycle',
    ],
    [
      'updated, but how often?',
      { builtUpMappedArea: 0, builtUpArea: 40, planningMappedArea: 0, planningArea: 100, mapUpdated: true },
      'missingInput updateCycle',
    ],
  ],
  'L4P2-A2': [
    ['ordinary', { governmentEdition: true, publicEdition: false, mobileService: true }, 35],
    ['none', { governmentEdition: false, publicEdition: false, mobileService: false }, 0],
  ],
  'L4P3-A1': [
    ['ordinary', { cloudSystems: 7, systems: 10 }, 35],
    ['all of them', { cloudSystems: 10, systems: 10 }, 50],
  ],
  'L4P3-A2': [
    ['ordinary', { connectedCommunities: 9, communities: 10 }, 45],
    ['none', { connectedCommunities: 0, communities: 10 }, 0],
  ],
  ...opening('L5'),
  'L6P1-A1': [
    ['ordinary', { coreDigitalGdp: 123.4, gdp: 1000 }, 12.34],
    ['no GDP', { coreDigitalGdp: 0, gdp: 0 }, 'zeroDenominator gdp'],
  ],
  ...security('L7'),
  ...innovation('L8'),
}
