import type { Model, PageModel, PanelModel, Question } from 'survey-core'

/** What is shown at a time: a page, or in large type one question (a panel stays together). */
export type Step = PageModel | PanelModel | Question

/** The walk through the questionnaire as the answers so far make it. */
export function stepsOf(model: Model): Step[] {
  const pages = model.visiblePages as PageModel[]
  if (!model.isSingleVisibleQuestion) return pages
  return pages.flatMap((page) => page.elements.filter((element) => element.isVisible) as unknown as Step[])
}

export const stepNow = (model: Model): Step => model.currentElement as Step

export const stepNumber = (model: Model): number => stepsOf(model).indexOf(stepNow(model))

/** Goes to the step of this name, or that holds what has it; a name that is not shown any more changes nothing. */
export function goTo(model: Model, name: string): void {
  const steps = stepsOf(model)
  const step =
    steps.find((one) => one.name === name) ??
    steps.find((one) => questionsOf(one).some((question) => question.name === name)) ??
    steps.find((one) => 'page' in one && one.page?.name === name)
  if (step) setStep(model, step)
}

/** One step on or back; false at either end. */
export function move(model: Model, by: 1 | -1): boolean {
  const step = stepsOf(model)[stepNumber(model) + by]
  if (step) setStep(model, step)
  return step !== undefined
}

/** Where a question is asked. */
export const stepOf = (model: Model, question: Question): Step | undefined =>
  stepsOf(model).find((step) => step === question || questionsOf(step).includes(question))

/** The questions of a step that are shown. */
export function questionsOf(step: Step): Question[] {
  const inside = 'questions' in step ? (step.questions as Question[]) : [step as Question]
  return inside.filter(({ isVisible }) => isVisible)
}

/** Checks a step and shows what is wrong beside the questions; gives those that are. */
export function faultsOf(step: Step): Question[] {
  step.validate(true)
  return questionsOf(step).filter(({ errors }) => errors.length > 0)
}

export const titleOf = (step: Step): string => pageOf(step).processedTitle

/** What the page says before its questions. */
export const leadOf = (step: Step): string => pageOf(step).locDescription.renderedHtml

const pageOf = (step: Step): Step => ('page' in step && step.page ? (step.page as PageModel) : step)

function setStep(model: Model, step: Step) {
  if (model.isSingleVisibleQuestion) model.currentSingleElement = step
  else model.currentPage = step
}
