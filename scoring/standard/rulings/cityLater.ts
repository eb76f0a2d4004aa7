import type { Text } from '../../text.ts'

/** R32–R49: chapter 6, L4 to L9, and what concerns all of it. */
export const cityLater = {
  R32: {
    zh: '政务版 40、公众版 30、移动端 30,须在运行中;有一种移动应用即可。',
    en: 'Government edition 40, public edition 30, mobile service 30, only if in operation; one mobile application is enough.',
  },
  R33: {
    zh: '22 类是封闭列举(末尾的“等”不起作用),得分为已开放类数 / 22。',
    en: 'The 22 categories are a closed list; scored is the number opened of 22.',
  },
  R34: {
    zh: '得分就是占比的百分数,没有目标值,实际上达不到 100;GDP 指增加值。',
    en: 'The score is the percentage itself, there is no target value; 100 is out of reach in practice. GDP means value added.',
  },
  R35: {
    zh: '存在未做保密审查的情形减 0.5 分;每起失泄密事件减 0.3 分,最高 1.5 分。',
    en: 'A release without secrecy review costs 0.5; each leak incident 0.3, at most 1.5.',
  },
  R36: {
    zh: '每个未落实密码应用要求的系统减 0.2 分,最高 2 分。',
    en: 'Each system without the required cryptography costs 0.2, at most 2.',
  },
  R37: {
    zh: '备案率低于 60% 减 1 分,60% 及以上、低于 80% 减 0.5 分,80% 及以上不减;未完成测评整改减 1 分。',
    en: 'Filed below 60 % costs 1, from 60 % below 80 % 0.5, from 80 % nothing; assessment not completed costs 1.',
  },
  R38: {
    zh: '完成率低于 70% 减 1 分,70% 及以上、低于 90% 减 0.5 分,90% 及以上不减(标准未定恰为 70%、90% 的情形);未全面防护减 1 分。',
    en: 'Below 70 % costs 1, from 70 % below 90 % 0.5, from 90 % nothing (the print leaves exactly 70 % and 90 % open); incomplete protection costs 1.',
  },
  R39: {
    zh: '领导机构设立 10 分、设立并工作 20 分;主管部门 20 分、专业机构 10 分;机制 20 分;规划每项 10 分,最高 30 分。',
    en: 'Leading body 10, working 20; department 20 and professional body 10; mechanism 20; plans 10 each, at most 30.',
  },
  R40: {
    zh: '未建立本地评价机制的,即使开展了评价该部分也得 0 分;建立 20 分,开展评价再加 20 分。',
    en: 'Without a local evaluation mechanism that part is 0 even if an evaluation was made; with it 20, and 20 more if made.',
  },
  R41: {
    zh: '长效机制已建立 50 分、有方案和计划 30 分;运营主体已完成项目 50 分(不与 30 分叠加)、有主体 30 分。',
    en: 'Mechanism established 50, planned 30; operator that has delivered 50 (not on top of 30), present 30.',
  },
  R42: {
    zh: '工作方法每项 20 分、技术工具每项 10 分,各最高 100 分;同一技术用于多个领域只计一项。未印权重的唯一分项占 100%。',
    en: 'Methods 20 each, tools 10 each, at most 100 each; a technology counts once however many fields use it. An only item without printed share has 100 %.',
  },
  R43: {
    zh: '市民体验的得分来自调查(0–100),固定占 40%;缺少调查时总分不完整,客观部分不折算成 100。',
    en: 'Citizen experience is the survey score, 0–100, with the fixed weight 40 %; without it the total is incomplete and the rest is not rescaled.',
  },
  R44: { zh: '印刷和用词上的出入,不影响得分。', en: 'Differences of print and wording that do not affect the score.' },
  R45: {
    zh: '含多个条件的是非题,全部满足才为“是”;未写明的不部分给分。',
    en: 'A yes-or-no question with several conditions is yes only if all hold; no partial credit unless printed.',
  },
  R46: {
    zh: '不填百分率,填分子和分母;只有标准未定义的比率和调查得分例外。',
    en: 'Rates are not entered, their parts are; except rates that the standard does not define, and the survey.',
  },
  R47: {
    zh: '应办结事件与事件总数分别填报,互不核对;自动处理指无人工的发现、立案、派单或核查。',
    en: 'Events due and events in total are entered independently; automatic means found, filed, dispatched or verified without manual means.',
  },
  R48: {
    zh: '计集约化的治理领域数;“划分网格、指挥体系…”说明融合的含义,不计数。',
    en: 'The number of governance fields counts; the list of grid, command system and so on only says what merging means.',
  },
  R49: {
    zh: '服务的其他部门 5 个及以上 100 分,3–4 个 60 分,1–2 个 40 分;5G 应用每项 20 分、最高 100 分,不限于所举例子。',
    en: 'Departments served: 5 and more 100, 3–4 60, 1–2 40; 5G applications 20 each, at most 100, not limited to the examples.',
  },
} satisfies Record<string, Text>
