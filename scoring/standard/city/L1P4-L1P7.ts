import { count, set } from '../input.ts'
import { item } from '../item.ts'
import { indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { howMany } from '../words/howMany.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'
import { upTo } from '../words/upTo.ts'
import { weighted } from '../words/weighted.ts'

export const L1P4 = indicator('L1P4', '医疗服务', 'Medical services', { weight: 3, table: '4' }, [
  item(
    'L1P4-A1',
    '社区医院及一级以上医疗机构电子病历普及率和互通率',
    'Electronic medical records: spread and interoperability',
    { share: 30, timing: 'point', rulings: ['R5', 'R18'] },
    {
      emrInstitutions: count('已建电子病历的机构数', 'Institutions with electronic medical records', '家', {
        atMost: 'institutions',
      }),
      interoperableInstitutions: count('电子病历能互通的机构数', 'Institutions with interoperable records', '家', {
        atMost: 'institutions',
      }),
      institutions: count(
        '社区医院及一级以上机构总数',
        'Community hospitals and institutions of grade 1 and above',
        '家',
      ),
    },
    ({ emrInstitutions, interoperableInstitutions, institutions }) =>
      share(
        30,
        hundredfold(
          weighted(
            [0.5, part('b1', ratio(emrInstitutions, institutions))],
            [0.5, part('b2', ratio(interoperableInstitutions, institutions))],
          ),
        ),
      ),
  ),
  item(
    'L1P4-A2',
    '二级以上医疗机构预约诊疗率',
    'Appointment rate at grade-2-and-above institutions',
    { share: 30, timing: 'year', rulings: ['R5', 'R3'] },
    {
      appointmentVisits: count('预约诊疗人次', 'Visits by appointment', '人次', { atMost: 'totalVisits' }),
      totalVisits: count('总诊疗人次', 'Visits in total', '人次'),
    },
    ({ appointmentVisits, totalVisits }) => share(30, hundredfold(ratio(appointmentVisits, totalVisits))),
  ),
  item(
    'L1P4-A3',
    '居民电子健康档案建档率',
    'Electronic health record rate of residents',
    { share: 20, timing: 'point', rulings: ['R5', 'R6'] },
    {
      healthRecords: count('已建电子健康档案人数', 'Residents with an electronic health record', '人', {
        atMost: 'residents',
      }),
      residents: count('辖区常住居民数', 'Permanent residents', '人'),
    },
    ({ healthRecords, residents }) => share(20, hundredfold(ratio(healthRecords, residents))),
  ),
  item(
    'L1P4-A4',
    '二级及以上医疗机构提供远程分级会诊的能力',
    'Remote tiered consultation at grade-2-and-above institutions',
    {
      share: 20,
      timing: 'point',
      rulings: ['R5', 'R19'],
      sumAtMost: [{ keys: ['tertiaryRemote', 'secondaryRemote'], limit: 'higherInstitutions' }],
    },
    {
      tertiaryRemote: count('提供远程分级会诊的三级机构数', 'Tertiary institutions with remote consultation', '家', {
        atMost: 'higherInstitutions',
      }),
      secondaryRemote: count('提供远程分级会诊的二级机构数', 'Secondary institutions with remote consultation', '家', {
        atMost: 'higherInstitutions',
      }),
      higherInstitutions: count('二级及以上机构总数', 'Institutions of grade 2 and above', '家'),
    },
    ({ tertiaryRemote, secondaryRemote, higherInstitutions }) =>
      share(20, hundredfold(ratio(sum(tertiaryRemote, secondaryRemote), higherInstitutions))),
  ),
])

export const L1P6 = indicator('L1P6', '就业服务', 'Employment services', { weight: 2, table: '6' }, [
  item(
    'L1P6-A1',
    '街道(乡镇)社区(行政村)就业服务信息系统使用率',
    'Use of the unified employment system in subdistricts and communities',
    { share: 50, timing: 'point', rulings: ['R5', 'R21'] },
    {
      unitsWithSystem: count(
        '系统已延伸到的街道(乡镇)、社区(行政村)数',
        'Subdistricts, townships, communities and villages reached',
        '个',
        { atMost: 'units' },
      ),
      units: count('街道(乡镇)、社区(行政村)总数', 'Subdistricts, townships, communities and villages in total', '个'),
    },
    ({ unitsWithSystem, units }) => share(50, hundredfold(ratio(unitsWithSystem, units))),
  ),
  item(
    'L1P6-A2',
    '就业服务渠道多元化情况',
    'Variety of employment channels',
    { share: 50, timing: 'point', rulings: ['R7'] },
    {
      channels: set('已开通的服务渠道', 'Service channels in use', {
        internet: ['互联网', 'Internet'],
        kiosk: ['自助服务一体机', 'Self-service kiosk'],
        wechat: ['政务微信', 'Government WeChat account'],
        weibo: ['政务微博', 'Government Weibo account'],
        mobileApp: ['移动终端 APP', 'Mobile app'],
        hotline: ['热线电话', 'Telephone hotline'],
      }),
      otherChannels: count('其他创新服务渠道数', 'Other innovative channels', '种'),
    },
    ({ channels, otherChannels }) => share(50, part('b', upTo(100, each(20, sum(howMany(channels), otherChannels))))),
  ),
])

export const L1P7 = indicator('L1P7', '城市服务', 'City services', { weight: 2, table: '7' }, [
  item(
    'L1P7-A1',
    '基于移动终端的互联网城市服务提供情况',
    'Mobile city services offered',
    { share: 50, timing: 'point', rulings: ['R22'] },
    {
      basicServices: set('已开通的基础业务', 'Basic services open', {
        utilityPayment: ['生活缴费(至少水、电、燃气)', 'Utility payment (water, power and gas at least)'],
        hospitalBooking: [
          '医院预约挂号(覆盖≥90%二级及以上医院)',
          'Hospital booking (at least 90% of grade-2-and-above hospitals)',
        ],
        violationQuery: ['机动车违法查询', 'Traffic violation query'],
        finePayment: ['机动车罚款缴纳', 'Traffic fine payment'],
        passengerTickets: ['客运交通购票', 'Passenger transport tickets'],
        scenicTickets: [
          '主要景区购票(覆盖≥90%三A级及以上景区)',
          'Scenic-spot tickets (at least 90% of 3A-and-above spots)',
        ],
        tourismComplaint: ['旅游问题投诉', 'Tourism complaints'],
        socialInsuranceQuery: ['社保查询', 'Social insurance query'],
        housingFundQuery: ['公积金查询', 'Housing fund query'],
        tax: ['税务服务', 'Tax services'],
        exitEntry: ['出入境业务', 'Exit and entry'],
        marriageBooking: ['婚姻业务预约', 'Marriage booking'],
        birthCertificate: ['生育证件业务', 'Birth documents'],
        vehicleLicence: ['机动车及驾驶人证件业务', 'Vehicle and driver licences'],
        environmentReport: ['环保问题举报', 'Environmental reports'],
      }),
      otherServices: count('其他已开通的城市服务数', 'Other city services open', '项'),
    },
    ({ basicServices, otherServices }) =>
      share(50, part('b', sum(each(2, howMany(basicServices)), upTo(70, each(2, otherServices))))),
  ),
  item(
    'L1P7-A2',
    '基于移动终端的互联网城市服务公众使用情况',
    'Public use of mobile city services',
    { share: 50, timing: 'point', rulings: ['R5', 'R6', 'R23'] },
    {
      registeredUsers: count('注册使用城市服务的用户数', 'Registered users of city services', '人'),
      residents: count('城市常住人口', 'Permanent population', '人'),
    },
    ({ registeredUsers, residents }) =>
      share(50, hundredfold(ratio(registeredUsers, residents, { capAtOne: 'standard' }))),
  ),
])
