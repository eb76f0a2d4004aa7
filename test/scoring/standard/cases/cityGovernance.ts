import type { Cases } from './case.ts'

/** 精准治理 L2, 生态宜居 L3 */
export const cityGovernance: Cases = {
  'L2P1-A1': [
    ['ordinary', { coveredMatters: 2, matters: 5 }, 10],
    ['all of them', { coveredMatters: 5, matters: 5 }, 25],
  ],
  'L2P1-A2': [
    ['ordinary', { autoHandledEvents: 4, events: 10, closedEvents: 4, eventsDue: 5 }, 15],
    [
      'more due than there are is no error (R47)',
      { autoHandledEvents: 0, events: 10, closedEvents: 20, eventsDue: 20 },
      12.5,
    ],
  ],
  'L2P1-A3': [
    ['ordinary', { monitoredPipelines: 12.5, pipelines: 50 }, 6.25],
    ['decimals are exact', { monitoredPipelines: 0.3, pipelines: 0.3 }, 25],
  ],
  'L2P1-A4': [
    ['ordinary', { integratedFields: ['market'], otherIntegratedFields: 1 }, 10],
    ['seven fields count as five', { integratedFields: ['environment', 'emergency'], otherIntegratedFields: 5 }, 25],
  ],
  'L2P2-A1': [
    ['ordinary', { smartCoveredAreas: 1, keyAreas: 2, managedCameras: 3, cameras: 4 }, 26],
    ['no camera', { smartCoveredAreas: 1, keyAreas: 2, managedCameras: 0, cameras: 0 }, 'zeroDenominator cameras'],
  ],
  'L2P2-A2': [
    ['ordinary', { networkedCameras: 8, cameras: 10, remotelyStoredCameras: 2 }, 15.75],
    [
      'none networked: nothing stored, no error (R27)',
      { networkedCameras: 0, cameras: 10, remotelyStoredCameras: 0 },
      0,
    ],
    [
      'stored are networked',
      { networkedCameras: 3, cameras: 10, remotelyStoredCameras: 4 },
      'exceeds remotelyStoredCameras',
    ],
  ],
  'L2P2-A3': [
    ['ordinary', { videoSolvedCases: 5, solvedCases: 10, departmentsServed: 3 }, 16.2],
    ['five departments are all (R49)', { videoSolvedCases: 0, solvedCases: 10, departmentsServed: 5 }, 12],
    ['four', { videoSolvedCases: 0, solvedCases: 10, departmentsServed: 4 }, 7.2],
    ['one', { videoSolvedCases: 0, solvedCases: 10, departmentsServed: 1 }, 4.8],
  ],
  'L2P3-A1': [
    ['ordinary', { commandedEvents: 3, majorEvents: 8 }, 37.5],
    ['no event is an error (R5)', { commandedEvents: 0, majorEvents: 0 }, 'zeroDenominator majorEvents'],
  ],
  'L2P4-A1': [
    ['ordinary', { enterpriseRecords: 1, enterprises: 2, personRecords: 1, population: 4 }, 37.5],
    [
      'each ratio is capped before the mean (R28)',
      { enterpriseRecords: 4, enterprises: 2, personRecords: 1, population: 4 },
      62.5,
    ],
  ],
  'L2P5-A1': [
    ['ordinary', { unitsWithSystem: 1, units: 5 }, 10],
    ['all of them', { unitsWithSystem: 5, units: 5 }, 50],
  ],
  'L2P5-A2': [
    ['ordinary', { unifiedDataTypes: 3, dataTypes: 4 }, 37.5],
    ['none', { unifiedDataTypes: 0, dataTypes: 4 }, 0],
  ],
  'L3P1-A1': [
    ['ordinary', { airMonitoredArea: 20.5, urbanArea: 41 }, 20],
    ['no area', { airMonitoredArea: 0, urbanArea: 0 }, 'zeroDenominator urbanArea'],
  ],
  'L3P1-A2': [
    ['ordinary', { disclosingUnits: 2, keyDischargers: 3 }, 20],
    ['all of them', { disclosingUnits: 3, keyDischargers: 3 }, 30],
  ],
  'L3P1-A3': [
    ['ordinary', { handledReports: 9, reports: 10 }, 27],
    ['no report is full marks (R29)', { handledReports: 0, reports: 0 }, 30],
    ['handled without report', { handledReports: 1, reports: 0 }, 'exceeds handledReports'],
  ],
  'L3P2-A1': [
    ['ordinary', { monitoredUsers: 1, keyEnergyUsers: 4 }, 10],
    ['no such user', { monitoredUsers: 0, keyEnergyUsers: 0 }, 'zeroDenominator keyEnergyUsers'],
  ],
  'L3P2-A2': [
    ['ordinary', { submeteredBuildings: 3, keyBuildings: 4 }, 30],
    ['all of them', { submeteredBuildings: 4, keyBuildings: 4 }, 40],
  ],
  'L3P2-A3': [
    ['ordinary', { eventReduction: true, organizationReduction: false }, 10],
    ['both', { eventReduction: true, organizationReduction: true }, 20],
  ],
}
