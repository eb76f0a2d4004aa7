import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it stands, by rule: against WCAG 2.2 A and AA, and its own best practices if wanted. */
export async function violationsOn(page: Page, bestPractices = false): Promise<{ id: string; html: string[] }[]> {
  const { violations } = await new AxeBuilder({ page })
    // Else every look opens a page of its own; nothing here comes from elsewhere.
    .setLegacyMode()
    // What is found to be good is not told element by element, which takes as long as finding it.
    .options({ resultTypes: ['violations'] })
    .withTags(bestPractices ? [...standards, 'best-practice'] : standards)
    .analyze()
  return violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }))
}

/** Nothing of WCAG 2.2 A and AA, nothing of axe's best practices, and nothing that sticks out to the side. */
export async function findings(page: Page): Promise<void> {
  expect(await violationsOn(page, true)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}
