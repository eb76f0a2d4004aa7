import type { Page } from 'playwright-core'

/** What is entered on the way to a survey of a made-up city with two districts. */
export const linhai = {
  id: 'linhai-2026',
  round: '2026',
  region: '331082',
  name: '临海市',
  population: [
    'variable,category,count',
    'sex,male,51000',
    'sex,female,49000',
    'age,0-14,12000',
    'age,15-59,60000',
    'age,60+,40000',
    'district,东区,60000',
    'district,西区,40000',
  ].join('\n'),
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)

export const onward = async (page: Page, heading: string) => {
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: heading, level: 2 }).waitFor()
}

/** Begins a survey at the list of surveys; gives the address of its draft. */
export async function beginSurvey(page: Page): Promise<string> {
  await page.goto('/console/fieldwork')
  await page.getByRole('button', { name: '新建调查' }).click()
  await page.getByRole('heading', { name: '地区与批次', level: 2 }).waitFor()
  return page.url()
}

export async function fillRegion(page: Page) {
  await field(page, 'round-id').fill(linhai.round)
  await field(page, 'round-name').fill('2026年度评价')
  await field(page, 'region-code').fill(linhai.region)
  await field(page, 'region-name').fill(linhai.name)
  await field(page, 'survey-id').fill(linhai.id)
}

/** The shipped questionnaire for two districts, published. */
export async function fillQuestionnaire(page: Page) {
  await field(page, 'parts').fill('东区 / East\n西区 / West')
  await page.getByRole('button', { name: '生成并发布这一版' }).click()
  await page.getByText(`已选定：${linhai.id} 第 1 版`).waitFor()
}

/** Population from a file; children are left out, and what that means is recorded. */
export async function fillPopulation(page: Page) {
  await page.locator('input[type=file]').setInputFiles({
    name: 'population.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(linhai.population),
  })
  await page.getByLabel('“age: 0-14”归入').click()
  await page.locator('.ant-select-item-option', { hasText: '不计入' }).click()
  await field(page, 'source').fill('统计年鉴 2025')
}

export async function fillQuotas(page: Page) {
  await page.getByRole('button', { name: '按 性别 生成' }).click()
  await page.getByRole('button', { name: '按 年龄 生成' }).click()
}

export async function fillRules(page: Page) {
  await field(page, 'organiser').fill('临海市数据局')
  await field(page, 'contact').fill('0576-12345')
  await field(page, 'closes').fill('2035-12-31')
}

/** Publishes what the summary shows. */
export async function publish(page: Page) {
  await page.getByText('没有发现问题，可以发布').waitFor()
  await page.getByRole('button', { name: '发布调查' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '发布调查' }).click()
  await page.getByText('调查已发布').waitFor()
}
