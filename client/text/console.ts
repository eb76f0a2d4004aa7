import type { Text } from '../../scoring/text.ts'
import { acting, surveyParts } from './consoleActing.ts'
import { alerts } from './consoleAlerts.ts'
import { compare } from './consoleCompare.ts'
import { facts } from './consoleFacts.ts'
import { figures, live, quality, quotas, sample } from './consoleMonitor.ts'
import { records } from './consoleRecords.ts'
import { comments, responses } from './consoleResponses.ts'
import { exports_, gaps, imports, missing, results, survey, tree, weak, working } from './consoleResults.ts'
import { standard } from './consoleStandard.ts'
import { steps } from './consoleSteps.ts'
import { watching } from './consoleWatching.ts'

/** Everything the console says. */
export const text = {
  madeUp: { zh: '示例数据', en: 'Made-up data' },
  region: { zh: '地区', en: 'Region' },
  scheme: { zh: '指标体系', en: 'Scheme' },
  score: { zh: '得分', en: 'Score' },
  schemes: {
    city: { zh: '城市（第 6 章）', en: 'City (chapter 6)' },
    county: { zh: '县域（附录 A）', en: 'County (annex A)' },
  },
  surveyStates: {
    draft: { zh: '准备中', en: 'In preparation' },
    scheduled: { zh: '未开始', en: 'Scheduled' },
    open: { zh: '进行中', en: 'Open' },
    paused: { zh: '已暂停', en: 'Paused' },
    closed: { zh: '已结束', en: 'Closed' },
  },
  evaluationStates: {
    draft: { zh: '填报中', en: 'Draft' },
    submitted: { zh: '已提交', en: 'Submitted' },
    accepted: { zh: '已接受', en: 'Accepted' },
    computed: { zh: '已计算', en: 'Computed' },
    published: { zh: '已发布', en: 'Published' },
  },
  roles: {
    administrator: { zh: '系统管理', en: 'Administrator' },
    fieldwork: { zh: '调查管理', en: 'Fieldwork' },
    interviewer: { zh: '访问员', en: 'Interviewer' },
    reporter: { zh: '填报', en: 'Reporter' },
    evaluator: { zh: '审核', en: 'Evaluator' },
    publisher: { zh: '发布', en: 'Publisher' },
    viewer: { zh: '查看', en: 'Viewer' },
  },
  roleHelp: {
    administrator: { zh: '账户与设置，看不到答卷和数据', en: 'accounts and settings; sees no data' },
    fieldwork: { zh: '组织并监测调查', en: 'sets up and watches surveys' },
    interviewer: { zh: '代居民填写所负责的调查', en: 'asks the questions of the surveys they work for' },
    reporter: { zh: '填报本地区数据，直到提交', en: 'gives a region’s data until they are submitted' },
    evaluator: { zh: '退回、接受、计算、导出', en: 'returns, accepts, computes, exports' },
    publisher: { zh: '发布结果', en: 'publishes results' },
    viewer: { zh: '只查看', en: 'looks only' },
  },
  sources: {
    facts: { zh: '按数据计算', en: 'From facts' },
    imported: { zh: '导入得分', en: 'Imported' },
    survey: { zh: '市民体验调查', en: 'Survey' },
    missing: { zh: '缺失', en: 'Missing' },
  },
  intervals: {
    probability: { zh: '95% 置信区间', en: '95% confidence interval' },
    model: { zh: '95% 模型区间', en: '95% model-based interval' },
  },
  intervalHelp: {
    probability: {
      zh: '概率样本，区间反映抽样误差。',
      en: 'A probability sample; the interval shows sampling error.',
    },
    model: {
      zh: '模型区间（非概率样本，不等于抽样误差）：以校准变量能够说明参与差异为前提。',
      en: 'Model-based interval (not a probability sample, so no sampling error): it assumes that the calibration variables account for who took part.',
    },
  },
  frame: {
    fieldwork: { zh: '调查', en: 'Fieldwork' },
    results: { zh: '结果', en: 'Results' },
    standardPage: { zh: '标准与口径', en: 'Standard' },
    accounts: { zh: '账户', en: 'Accounts' },
    signOut: { zh: '退出登录', en: 'Sign out' },
    skip: { zh: '跳到正文', en: 'Skip to the content' },
    standard: {
      zh: 'GB/T 33356—2022《新型智慧城市评价指标》',
      en: 'GB/T 33356—2022, Evaluation indicators for new-type smart cities',
    },
    noSuchPage: { zh: '没有这个页面', en: 'There is no such page' },
  },
  signIn: {
    purpose: { zh: '市民体验调查与评价汇总', en: 'Citizen-experience surveys and evaluation' },
    username: { zh: '用户名', en: 'User name' },
    password: { zh: '密码', en: 'Password' },
    submit: { zh: '登录', en: 'Sign in' },
    usernameMissing: { zh: '请输入用户名', en: 'Enter your user name' },
    passwordMissing: { zh: '请输入密码', en: 'Enter your password' },
    wrong: { zh: '用户名或密码不对，请重新输入。', en: 'The user name or password is wrong. Please try again.' },
    tooMany: { zh: '尝试次数过多，请几分钟后再试。', en: 'Too many attempts. Please try again in a few minutes.' },
  },
  failure: {
    noConnection: {
      zh: '连不上服务器，请检查网络后重试。',
      en: 'The server cannot be reached. Check the connection and try again.',
    },
    retry: { zh: '重试', en: 'Try again' },
  },
  fieldwork: {
    title: { zh: '调查监测', en: 'Fieldwork' },
    none: { zh: '还没有您可以查看的调查', en: 'There is no survey for you to watch yet' },
    survey: { zh: '调查', en: 'Survey' },
    residentLink: { zh: '居民答卷链接', en: 'Link for residents' },
    lines: {
      connecting: { zh: '正在连接', en: 'Connecting' },
      live: { zh: '实时更新', en: 'Live' },
      reconnecting: { zh: '连接中断，正在重连，数字可能不是最新', en: 'Reconnecting; the figures may be old' },
    },
    asOf: { zh: '截至 {time}', en: 'As of {time}' },
    pace: { zh: '答卷进度', en: 'Responses over time' },
    byDay: { zh: '按日', en: 'By day' },
    byHour: { zh: '近 48 小时', en: 'Last 48 hours' },
    decisions: { zh: '关于总体结构的说明', en: 'What was decided about the population figures' },
  },
  accounts: {
    title: { zh: '账户', en: 'Accounts' },
    add: { zh: '新建账户', en: 'New account' },
    name: { zh: '用户名', en: 'User name' },
    roles: { zh: '角色', en: 'Roles' },
    since: { zh: '创建时间', en: 'Created' },
    enabled: { zh: '启用', en: 'Enabled' },
    enabledOf: { zh: '启用账户 {name}', en: 'Account {name} enabled' },
    edit: { zh: '修改', en: 'Change' },
    editOf: { zh: '修改账户 {name}', en: 'Change account {name}' },
    save: { zh: '保存', en: 'Save' },
    newPassword: { zh: '新密码（不改请留空）', en: 'New password (leave empty to keep the old one)' },
    passwordMissing: { zh: '请输入密码', en: 'Enter a password' },
    passwordShort: { zh: '密码至少 10 个字符', en: 'A password has at least 10 characters' },
    nameRule: {
      zh: '2–50 个字：文字、数字、点、横线或下划线',
      en: '2 to 50 letters, digits, dots, dashes or underscores',
    },
    rolesMissing: { zh: '请至少选一个角色', en: 'Choose at least one role' },
    regions: { zh: '地区', en: 'Regions' },
    regionsHelp: { zh: '不选表示全部地区', en: 'None chosen means all regions' },
  },
  acting,
  watching,
  records,
  alerts,
  surveyParts,
  responses,
  comments,
  figures,
  live,
  quality,
  quotas,
  sample,
  results,
  tree,
  working,
  missing,
  weak,
  gaps,
  survey,
  imports,
  exports: exports_,
  facts,
  standard,
  compare,
  steps,
} as const satisfies Texts

interface Texts {
  [name: string]: Text | readonly Text[] | Texts
}
