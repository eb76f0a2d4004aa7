import type { Placed } from '../elements.ts'
import type { Report } from './fault.ts'

const personal = new Set(['email', 'tel', 'password'])

/** Personal data are not asked for, and open answers warn against them (PIPL, article 6). */
export function checkOpenText(elements: Placed[], { error, warning }: Report): void {
  for (const { path, json } of elements) {
    if (json.type === 'text' && personal.has(String(json.inputType))) {
      error(
        `${path}.inputType`,
        '匿名调查不能收集邮箱、电话或密码',
        'An anonymous survey must not ask for e-mail addresses, telephone numbers or passwords',
      )
    }
    if (json.type === 'comment' && json.description === undefined) {
      warning(
        `${path}.description`,
        '开放题应提醒“请勿填写姓名、电话等个人信息”',
        'An open question should say: please do not include names or phone numbers',
      )
    }
  }
}
