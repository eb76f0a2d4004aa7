import { boolean, count, set } from '../input.ts'
import { item } from '../item.ts'
import { indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { gate } from '../words/gate.ts'
import { howMany } from '../words/howMany.ts'
import { hundredfold } from '../words/hundredfold.ts'
import { part } from '../words/part.ts'
import { points } from '../words/points.ts'
import { ratio } from '../words/ratio.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'
import { upTo } from '../words/upTo.ts'
import { weighted, weightedWhereAny } from '../words/weighted.ts'

export const L1P1 = indicator('L1P1', '政务综合服务', 'Integrated government services', { weight: 5, table: '1' }, [
  item(
    'L1P1-A1',
    '一网办理率',
    'Online handling rate',
    { share: 40, timing: 'point', rulings: ['R5', 'R9'] },
    {
      onlineItems: count('可网上或移动端办理的事项数', 'Items that can be handled online or by mobile', '项', {
        atMost: 'totalItems',
      }),
      totalItems: count('政务服务事项总数', 'Government service items in total', '项', { shared: true }),
    },
    ({ onlineItems, totalItems }) => share(40, hundredfold(ratio(onlineItems, totalItems))),
  ),
  item(
    'L1P1-A2',
    '一门可办率',
    'One-stop handling rate',
    { share: 30, timing: 'point', rulings: ['R5', 'R9'] },
    {
      oneStopItems: count('线下一站式可办的事项数', 'Items handled at one place or window', '项', {
        atMost: 'totalItems',
      }),
      totalItems: count('政务服务事项总数', 'Government service items in total', '项', { shared: true }),
    },
    ({ oneStopItems, totalItems }) => share(30, hundredfold(ratio(oneStopItems, totalItems))),
  ),
  item(
    'L1P1-A3',
    '一次办结率',
    'Once-and-done rate',
    { share: 30, timing: 'point', rulings: ['R5', 'R9'] },
    {
      onceDoneItems: count('实现一次办结的事项数', 'Items completed in one go', '项', { atMost: 'totalItems' }),
      totalItems: count('政务服务事项总数', 'Government service items in total', '项', { shared: true }),
    },
    ({ onceDoneItems, totalItems }) => share(30, hundredfold(ratio(onceDoneItems, totalItems))),
  ),
])

export const L1P2 = indicator('L1P2', '交通服务', 'Transport services', { weight: 3, table: '2' }, [
  item(
    'L1P2-A1',
    '城市交通运行指数发布情况',
    'Publication of the urban traffic performance index',
    { share: 25, timing: 'point', rulings: ['R13', 'R14'] },
    {
      indexPlatform: boolean(
        '已按 GB/T 33171 计算指数并建成公共平台',
        'Index computed by GB/T 33171 and public platform built',
      ),
      capabilities: set('平台能力', 'Platform capabilities', {
        multiSourceRealtime: ['多数据源实时计算', 'Multi-source real-time computing'],
        instantRetrospective: ['即时和回溯监测', 'Instant and retrospective monitoring'],
        forecast: ['预测', 'Forecast'],
        warning: ['预警', 'Warning'],
        eventAnalysis: ['事件分析', 'Event analysis'],
      }),
      media: set('发布渠道(APP 除外)', 'Publication media other than apps', {
        messageSigns: ['可变情报板', 'Variable message signs'],
        website: ['网站', 'Website'],
        radio: ['广播', 'Radio'],
        television: ['电视', 'Television'],
      }),
      ownApp: boolean('自有 APP 发布', 'Published in an app of its own'),
      thirdPartyApps: count('发布的社会 APP 平台数', 'Third-party apps that publish it', '个'),
      roadClasses: set('指数覆盖的道路等级', 'Road classes covered', {
        expressway: ['快速路', 'Expressways'],
        arterial: ['主干路', 'Arterial roads'],
        secondary: ['次干路', 'Secondary roads'],
      }),
    },
    ({ indexPlatform, capabilities, media, ownApp, thirdPartyApps, roadClasses }) =>
      gate(
        indexPlatform,
        share(
          25,
          sum(
            part(
              'b1',
              sum(
                points(indexPlatform, 15),
                points(capabilities, {
                  multiSourceRealtime: 10,
                  instantRetrospective: 5,
                  forecast: 10,
                  warning: 10,
                  eventAnalysis: 10,
                }),
              ),
            ),
            part(
              'b2',
              sum(
                points(media, { messageSigns: 6, website: 4, radio: 3, television: 2 }),
                upTo(5, sum(points(ownApp, 2), each(1, thirdPartyApps))),
              ),
            ),
            part('b3', points(roadClasses, { expressway: 5, arterial: 5, secondary: 10 })),
          ),
        ),
      ),
  ),
  item(
    'L1P2-A2',
    '实时信号配时系统覆盖率',
    'Coverage of real-time signal timing',
    { share: 25, timing: 'point', rulings: ['R5'] },
    {
      realtimeIntersections: count('配置实时信号配时的交叉口数', 'Intersections with real-time signal timing', '个', {
        atMost: 'signalIntersections',
      }),
      signalIntersections: count('信号控制交叉口总数', 'Signal-controlled intersections', '个'),
    },
    ({ realtimeIntersections, signalIntersections }) =>
      share(25, hundredfold(ratio(realtimeIntersections, signalIntersections))),
  ),
  item(
    'L1P2-A3',
    '公共汽电车来车实时预报率',
    'Real-time bus arrival forecast',
    { share: 25, timing: 'point', rulings: ['R5', 'R6', 'R15'] },
    {
      forecastLines: count('可实时预报来车的线路数', 'Lines with real-time arrival forecast', '条', {
        atMost: 'busLines',
      }),
      busLines: count('公共汽电车线路总数', 'Bus and trolleybus lines', '条'),
      electronicSigns: count('建成区电子站牌数', 'Electronic stop signs in the built-up area', '个'),
      busStops: count('建成区公交站点数', 'Bus stops in the built-up area', '个'),
    },
    ({ forecastLines, busLines, electronicSigns, busStops }) =>
      share(
        25,
        hundredfold(
          weighted(
            [0.5, part('b1', ratio(forecastLines, busLines))],
            [0.5, part('b2', ratio(electronicSigns, busStops, { capAtOne: 'ruling' }))],
          ),
        ),
      ),
  ),
  item(
    'L1P2-A4',
    '城市停车信息服务覆盖率',
    'Coverage of parking information service',
    { share: 25, timing: 'point', rulings: ['R5', 'R16'] },
    {
      connectedSpaces: count(
        '已联网提供停车信息的公共泊位数',
        'Public spaces with connected parking information',
        '个',
        { atMost: 'publicSpaces' },
      ),
      publicSpaces: count('公共停车场及路内公共车位总数', 'Public off-street and on-street spaces', '个'),
    },
    ({ connectedSpaces, publicSpaces }) => share(25, hundredfold(ratio(connectedSpaces, publicSpaces))),
  ),
])

export const L1P3 = indicator('L1P3', '社保服务', 'Social security services', { weight: 2, table: '3' }, [
  item(
    'L1P3-A1',
    '街道(乡镇)社区(行政村)社保自助服务开通率',
    'Social-security self-service in subdistricts and townships',
    { share: 40, timing: 'point', rulings: ['R17'] },
    {
      streetsWithService: count('开通自助服务的街道数', 'Subdistricts with self-service', '个', { atMost: 'streets' }),
      streets: count('街道总数', 'Subdistricts in total', '个'),
      townshipsWithService: count('开通自助服务的乡镇数', 'Townships with self-service', '个', { atMost: 'townships' }),
      townships: count('乡镇总数', 'Townships in total', '个'),
    },
    ({ streetsWithService, streets, townshipsWithService, townships }) =>
      share(
        40,
        hundredfold(
          weightedWhereAny(
            [0.5, part('b1', ratio(streetsWithService, streets))],
            [0.5, part('b2', ratio(townshipsWithService, townships))],
          ),
        ),
      ),
  ),
  item(
    'L1P3-A2',
    '社保异地业务联网办理情况',
    'Cross-region social-security business online',
    { share: 40, timing: 'point' },
    {
      crossRegionServices: set('已联网办理的异地业务', 'Cross-region business handled online', {
        transfer: ['社保关系转移', 'Transfer of social insurance'],
        eligibility: ['异地待遇资格协助认证', 'Eligibility check for people living elsewhere'],
        medicalSettlement: ['异地就医结算', 'Medical settlement elsewhere'],
        pensionStatus: ['养老待遇状态比对查询', 'Pension status comparison'],
      }),
    },
    ({ crossRegionServices }) => share(40, part('b', each(25, howMany(crossRegionServices)))),
  ),
  item(
    'L1P3-A3',
    '社保服务渠道多元化情况',
    'Variety of social-security channels',
    { share: 20, timing: 'point', rulings: ['R7'] },
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
    ({ channels, otherChannels }) => share(20, part('b', upTo(100, each(20, sum(howMany(channels), otherChannels))))),
  ),
])
