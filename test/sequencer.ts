import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What a browser does takes longest: begun first, it leaves nothing to wait for at the end. */
export default class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const inBrowser = ({ moduleId }: TestSpecification) => moduleId.includes('/test/browser/')
    return [...sorted.filter(inBrowser), ...sorted.filter((file) => !inBrowser(file))]
  }
}
