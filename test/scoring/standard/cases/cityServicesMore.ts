import type { Cases } from './case.ts'

const basic = [
  'utilityPayment',
  'hospitalBooking',
  'violationQuery',
  'finePayment',
  'passengerTickets',
  'scenicTickets',
  'tourismComplaint',
  'socialInsuranceQuery',
  'housingFundQuery',
  'tax',
  'exitEntry',
  'marriageBooking',
  'birthCertificate',
  'vehicleLicence',
  'environmentReport',
]

/** 惠民服务, L1P6–L1P10 */
export const cityServicesMore: Cases = {
  'L1P6-A1': [
    ['ordinary', { unitsWithSystem: 3, units: 10 }, 15],
    ['all of them', { unitsWithSystem: 10, units: 10 }, 50],
  ],
  'L1P6-A2': [
    ['ordinary', { channels: ['hotline'], otherChannels: 2 }, 30],
    ['others alone reach the limit', { channels: [], otherChannels: 6 }, 50],
  ],
  'L1P7-A1': [
    ['ordinary', { basicServices: ['tax', 'exitEntry'], otherServices: 10 }, 12],
    ['35 others are 70 points', { basicServices: basic, otherServices: 35 }, 50],
    ['more than 35 are no more', { basicServices: [], otherServices: 36 }, 35],
  ],
  'L1P7-A2': [
    ['ordinary', { registeredUsers: 30, residents: 120 }, 12.5],
    ['more users than residents count as all', { registeredUsers: 121, residents: 120 }, 50],
  ],
  'L1P8-A1': [
    [
      'ordinary',
      {
        linkedResources: ['medical'],
        otherLinkedResources: 1,
        careSystemIntegrated: true,
        supportedServices: ['welfareSubsidy'],
        otherSupportedServices: 0,
      },
      25,
    ],
    [
      'five of a kind count as four (R24)',
      {
        linkedResources: ['household', 'medical', 'socialInsurance', 'socialAssistance'],
        otherLinkedResources: 1,
        careSystemIntegrated: false,
        supportedServices: [],
        otherSupportedServices: 5,
      },
      40,
    ],
  ],
  'L1P8-A2': [
    ['ordinary', { communitiesWithPlatform: 4, communities: 10 }, 20],
    ['no community', { communitiesWithPlatform: 0, communities: 0 }, 'zeroDenominator communities'],
  ],
  'L1P9-A1': [
    [
      'ordinary',
      { portalAccessible: true, departmentsAccessible: 20, departments: 40, topMediaAccessible: 'one' },
      32.5,
    ],
    [
      'exactly 30 % is 30 % and above (R3)',
      { portalAccessible: false, departmentsAccessible: 12, departments: 40, topMediaAccessible: 'none' },
      5,
    ],
    [
      'just below 30 %',
      { portalAccessible: false, departmentsAccessible: 299, departments: 1000, topMediaAccessible: 'two' },
      5,
    ],
    [
      'exactly 90 %',
      { portalAccessible: true, departmentsAccessible: 27, departments: 30, topMediaAccessible: 'three' },
      50,
    ],
    [
      'exactly 60 %',
      { portalAccessible: false, departmentsAccessible: 51, departments: 85, topMediaAccessible: 'none' },
      10,
    ],
  ],
  'L1P9-A2': [
    ['ordinary', { digitalDivideMechanism: false, appsAdapted: true }, 25],
    ['both', { digitalDivideMechanism: true, appsAdapted: true }, 50],
  ],
  'L1P10-A1': [
    ['ordinary', { propertyServices: ['visitors', 'parking', 'ebikes'], convenienceServices: ['repair'] }, 35],
    ['none', { propertyServices: [], convenienceServices: [] }, 0],
    [
      'all',
      {
        propertyServices: ['elevators', 'intrusionAlarm', 'sanitation', 'visitors', 'parking', 'ebikes'],
        convenienceServices: ['information', 'payment', 'repair', 'complaints', 'neighbours'],
      },
      100,
    ],
  ],
}
