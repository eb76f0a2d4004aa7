import type { Cases } from './case.ts'
import { innovation, opening, security } from './common.ts'

const rates = (filingRate: number, others: number, onTimeRate: number, coveredArea: number, builtUpArea: number) => ({
  filingRate,
  dispatchAccuracy: others,
  onTimeRate,
  closureRate: others,
  coveredArea,
  builtUpArea,
})

/** Annex A */
export const county: Cases = {
  'L1P1-A1': [
    ['ordinary', { onlineItems: 22, totalItems: 40 }, 27.5],
    ['all of them', { onlineItems: 40, totalItems: 40 }, 50],
  ],
  'L1P1-A2': [
    ['ordinary', { oneStopItems: 10, totalItems: 40 }, 12.5],
    ['nothing to count', { oneStopItems: 0, totalItems: 0 }, 'zeroDenominator totalItems'],
  ],
  'L1P2-A1': [
    ['ordinary', { telemedicineInstitutions: 5, institutions: 20 }, 7.5],
    ['all of them', { telemedicineInstitutions: 20, institutions: 20 }, 30],
  ],
  'L1P2-A2': [
    ['ordinary', { internetHospitals: 5, institutions: 20 }, 7.5],
    ['more internet hospitals than institutions (R50)', { internetHospitals: 21, institutions: 20 }, 30],
  ],
  'L1P2-A3': [
    ['ordinary', { healthRecords: 3, residents: 4 }, 30],
    ['residents with a record are residents', { healthRecords: 5, residents: 4 }, 'exceeds healthRecords'],
  ],
  'L1P3-A1': [
    ['ordinary', { connectedSchools: 11, schools: 22 }, 25],
    ['none', { connectedSchools: 0, schools: 22 }, 0],
  ],
  'L1P3-A2': [
    ['ordinary', { teachersWithSpace: 5, teachers: 10, studentsWithSpace: 15, students: 30 }, 25],
    ['more than all counts as all', { teachersWithSpace: 11, teachers: 10, studentsWithSpace: 30, students: 30 }, 50],
  ],
  'L1P4-A1': [
    [
      'ordinary',
      {
        productionUses: ['guidance', 'scale'],
        otherProductionUses: 1,
        farmingFields: ['livestock'],
        otherFarmingFields: 0,
      },
      26.4,
    ],
    [
      'five uses and three fields are all (R51)',
      { productionUses: [], otherProductionUses: 5, farmingFields: ['livestock', 'machinery'], otherFarmingFields: 1 },
      60,
    ],
    [
      'no more than all',
      { productionUses: ['finance'], otherProductionUses: 9, farmingFields: [], otherFarmingFields: 4 },
      60,
    ],
  ],
  'L1P4-A2': [
    ['ordinary', { onlineSales: 2.5, totalSales: 10 }, 10],
    ['all sold online (R52)', { onlineSales: 0.1, totalSales: 0.1 }, 40],
  ],
  'L1P5-A1': [
    ['ordinary', { smartVillages: 24, villages: 60 }, 40],
    ['no village', { smartVillages: 0, villages: 0 }, 'zeroDenominator villages'],
  ],
  'L1P6-A1': [
    [
      'ordinary',
      { countyDigitalLibraries: 1, countyLibraries: 2, townshipDigitalLibraries: 2, townshipLibraries: 6 },
      37.5,
    ],
    [
      'no county library (R54)',
      { countyDigitalLibraries: 0, countyLibraries: 0, townshipDigitalLibraries: 2, townshipLibraries: 4 },
      50,
    ],
    [
      'no library',
      { countyDigitalLibraries: 0, countyLibraries: 0, townshipDigitalLibraries: 0, townshipLibraries: 0 },
      'zeroDenominator countyLibraries',
    ],
  ],
  'L2P1-A1': [
    ['ordinary', { monitoredPipelines: 4.5, pipelines: 9 }, 10],
    ['all of them', { monitoredPipelines: 9, pipelines: 9 }, 20],
  ],
  'L2P1-A2': [
    ['ordinary', rates(91, 86, 76, 8.6, 10), 15],
    ['every first bound is full marks (R55)', rates(95, 90, 80, 27.9, 31), 20],
    ['every second bound', rates(90, 85, 75, 8.5, 10), 15],
    ['every third bound', rates(85, 80, 70, 8, 10), 10],
    ['every last bound', rates(80, 75, 65, 7.5, 10), 5],
    ['just below every last bound', rates(79.99, 74.99, 64.99, 7.4999, 10), 0],
  ],
  'L2P1-A3': [
    ['ordinary', { gridCommunities: 1, communities: 4, integratedFields: ['market'], otherIntegratedFields: 1 }, 9.75],
    [
      'six fields count as five',
      { gridCommunities: 4, communities: 4, integratedFields: [], otherIntegratedFields: 6 },
      30,
    ],
  ],
  'L2P1-A4': [
    ['ordinary', { commandSystem: true, frontlineCommand: false, commandedEvents: 1, majorEvents: 3 }, 12.5],
    [
      'no event is an error (R56)',
      { commandSystem: true, frontlineCommand: true, commandedEvents: 0, majorEvents: 0 },
      'zeroDenominator majorEvents',
    ],
  ],
  'L2P2-A1': [
    ['ordinary', { smartCoveredAreas: 1, keyAreas: 2, managedCameras: 3, cameras: 4 }, 26],
    ['all of them', { smartCoveredAreas: 2, keyAreas: 2, managedCameras: 4, cameras: 4 }, 40],
  ],
  'L2P2-A2': [
    ['ordinary', { networkedCameras: 3, cameras: 4 }, 30],
    ['no camera', { networkedCameras: 0, cameras: 0 }, 'zeroDenominator cameras'],
  ],
  'L2P2-A3': [
    ['ordinary', { videoSolvedCases: 1, solvedCases: 4, departmentsServed: 2 }, 6.2],
    ['none served', { videoSolvedCases: 4, solvedCases: 4, departmentsServed: 0 }, 12],
  ],
  'L3P1-A1': [
    ['ordinary', { airMonitoredArea: 50, waterMonitoredArea: 10, urbanArea: 100 }, 15],
    ['water over the whole urban area (R57)', { airMonitoredArea: 0, waterMonitoredArea: 100, urbanArea: 100 }, 25],
  ],
  'L3P1-A2': [
    ['ordinary', { disclosingUnits: 4, keyDischargers: 5 }, 40],
    ['all of them', { disclosingUnits: 5, keyDischargers: 5 }, 50],
  ],
  'L3P2-A1': [
    ['ordinary', { ecosystemPlatform: true }, 50],
    ['none', { ecosystemPlatform: false }, 0],
  ],
  'L3P2-A2': [
    ['ordinary', { habitatPlatform: true }, 25],
    ['none (R58)', { habitatPlatform: false }, 0],
  ],
  'L4P1-A1': [
    ['ordinary', { gigabitHouseholds: 6, households: 10, fastUsers: 1, fixedUsers: 5 }, 16],
    ['all of them', { gigabitHouseholds: 10, households: 10, fastUsers: 5, fixedUsers: 5 }, 40],
  ],
  'L4P1-A2': [
    ['ordinary', { venues5g: 1, venues: 2, users5g: 1, mobileUsers: 4, applications5g: 2 }, 15.2],
    ['no application', { venues5g: 2, venues: 2, users5g: 4, mobileUsers: 4, applications5g: 0 }, 32],
  ],
  'L4P2-A1': [
    ['ordinary', { equippedFields: 35, keyFields: 56 }, 62.5],
    ['no field', { equippedFields: 0, keyFields: 0 }, 'zeroDenominator keyFields'],
  ],
  ...opening('L5'),
  ...security('L6'),
  ...innovation('L7'),
}
