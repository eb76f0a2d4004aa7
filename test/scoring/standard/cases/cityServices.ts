import type { Cases } from './case.ts'

const channels = ['internet', 'kiosk', 'wechat', 'weibo', 'mobileApp', 'hotline']

/** 惠民服务, L1P1–L1P5 */
export const cityServices: Cases = {
  'L1P1-A1': [
    ['ordinary', { onlineItems: 812, totalItems: 1000 }, 32.48],
    ['nothing to count', { onlineItems: 0, totalItems: 0 }, 'zeroDenominator totalItems'],
    ['all of them', { onlineItems: 7, totalItems: 7 }, 40],
    ['more than all', { onlineItems: 8, totalItems: 7 }, 'exceeds onlineItems'],
  ],
  'L1P1-A2': [
    ['ordinary', { oneStopItems: 3, totalItems: 4 }, 22.5],
    ['none', { oneStopItems: 0, totalItems: 4 }, 0],
  ],
  'L1P1-A3': [
    ['ordinary', { onceDoneItems: 1, totalItems: 4 }, 7.5],
    ['all of them', { onceDoneItems: 4, totalItems: 4 }, 30],
  ],
  'L1P2-A1': [
    [
      'ordinary',
      {
        indexPlatform: true,
        capabilities: ['multiSourceRealtime', 'instantRetrospective'],
        media: ['messageSigns', 'television'],
        ownApp: true,
        thirdPartyApps: 1,
        roadClasses: ['secondary'],
      },
      12.75,
    ],
    [
      'without the platform the whole item is nothing (R13)',
      {
        indexPlatform: false,
        capabilities: ['multiSourceRealtime', 'instantRetrospective', 'forecast', 'warning', 'eventAnalysis'],
        media: ['messageSigns', 'website', 'radio', 'television'],
        ownApp: true,
        thirdPartyApps: 9,
        roadClasses: ['expressway', 'arterial', 'secondary'],
      },
      0,
    ],
    [
      'third-party apps count without an own app, up to 5 (R14)',
      { indexPlatform: true, capabilities: [], media: [], ownApp: false, thirdPartyApps: 6, roadClasses: [] },
      5,
    ],
  ],
  'L1P2-A2': [
    ['ordinary', { realtimeIntersections: 6, signalIntersections: 24 }, 6.25],
    ['no such crossing', { realtimeIntersections: 0, signalIntersections: 0 }, 'zeroDenominator signalIntersections'],
  ],
  'L1P2-A3': [
    ['ordinary', { forecastLines: 30, busLines: 40, electronicSigns: 1, busStops: 4 }, 12.5],
    ['more signs than stops count as all', { forecastLines: 0, busLines: 40, electronicSigns: 9, busStops: 4 }, 12.5],
    [
      'lines are part of all lines',
      { forecastLines: 41, busLines: 40, electronicSigns: 0, busStops: 4 },
      'exceeds forecastLines',
    ],
  ],
  'L1P2-A4': [
    ['ordinary', { connectedSpaces: 1, publicSpaces: 5 }, 5],
    ['all of them', { connectedSpaces: 5, publicSpaces: 5 }, 25],
  ],
  'L1P3-A1': [
    ['ordinary', { streetsWithService: 3, streets: 4, townshipsWithService: 1, townships: 4 }, 20],
    [
      'no townships: subdistricts weigh all (R17)',
      { streetsWithService: 3, streets: 4, townshipsWithService: 0, townships: 0 },
      30,
    ],
    ['no subdistricts', { streetsWithService: 0, streets: 0, townshipsWithService: 1, townships: 2 }, 20],
    [
      'neither',
      { streetsWithService: 0, streets: 0, townshipsWithService: 0, townships: 0 },
      'zeroDenominator streets',
    ],
  ],
  'L1P3-A2': [
    ['ordinary', { crossRegionServices: ['transfer', 'pensionStatus', 'eligibility'] }, 30],
    ['none', { crossRegionServices: [] }, 0],
  ],
  'L1P3-A3': [
    ['ordinary', { channels: ['internet', 'kiosk'], otherChannels: 1 }, 12],
    ['six count as five', { channels, otherChannels: 0 }, 20],
  ],
  'L1P4-A1': [
    ['ordinary', { emrInstitutions: 6, interoperableInstitutions: 3, institutions: 12 }, 11.25],
    [
      'more interoperable than with records is no error (R18)',
      { emrInstitutions: 0, interoperableInstitutions: 12, institutions: 12 },
      15,
    ],
  ],
  'L1P4-A2': [
    ['ordinary', { appointmentVisits: 40, totalVisits: 100 }, 12],
    ['all by appointment', { appointmentVisits: 100, totalVisits: 100 }, 30],
  ],
  'L1P4-A3': [
    ['ordinary', { healthRecords: 900, residents: 1000 }, 18],
    ['residents with a record are residents (R6)', { healthRecords: 1001, residents: 1000 }, 'exceeds healthRecords'],
  ],
  'L1P4-A4': [
    ['ordinary', { tertiaryRemote: 4, secondaryRemote: 6, higherInstitutions: 20 }, 10],
    ['together all', { tertiaryRemote: 12, secondaryRemote: 8, higherInstitutions: 20 }, 20],
    [
      'together more than all (R19)',
      { tertiaryRemote: 13, secondaryRemote: 8, higherInstitutions: 20 },
      'exceeds tertiaryRemote',
    ],
  ],
  'L1P5-A1': [
    ['ordinary', { connectedSchools: 9, schools: 12 }, 37.5],
    ['none', { connectedSchools: 0, schools: 12 }, 0],
  ],
  'L1P5-A2': [
    ['ordinary', { teachersWithSpace: 10, teachers: 20, studentsWithSpace: 50, students: 80 }, 30],
    [
      'one makes up for the other, at most 1 (R20)',
      { teachersWithSpace: 0, teachers: 20, studentsWithSpace: 120, students: 80 },
      50,
    ],
    ['no teachers', { teachersWithSpace: 0, teachers: 0, studentsWithSpace: 40, students: 80 }, 25],
    ['nobody', { teachersWithSpace: 0, teachers: 0, studentsWithSpace: 0, students: 0 }, 'zeroDenominator teachers'],
  ],
}
