import type { EvaluationState, NextStep, StepAction } from '../../shapes/evaluation.ts'
import type { Role } from '../../shapes/session.ts'

export interface Transition {
  from: readonly EvaluationState[]
  to: EvaluationState
  roles: readonly Role[]
  /** Why must be said. */
  needsRemark: boolean
}

/**
 * The way of an evaluation: filled in and submitted by its region; returned with remarks or accepted, and computed, by
 * the evaluator; published by another person. What is published stays; a correction begins again and ends in a new version.
 */
export const transitions: Record<StepAction, Transition> = {
  submit: { from: ['draft'], to: 'submitted', roles: ['reporter'], needsRemark: false },
  return: { from: ['submitted', 'accepted', 'computed'], to: 'draft', roles: ['evaluator'], needsRemark: true },
  accept: { from: ['submitted'], to: 'accepted', roles: ['evaluator'], needsRemark: false },
  compute: { from: ['accepted', 'computed'], to: 'computed', roles: ['evaluator'], needsRemark: false },
  publish: { from: ['computed'], to: 'published', roles: ['publisher'], needsRemark: false },
  correct: { from: ['published'], to: 'draft', roles: ['evaluator', 'publisher'], needsRemark: true },
}

/** What can be done in a state, in the order of the way. */
export const stepsFrom = (state: EvaluationState): NextStep[] =>
  stepActions
    .map((action) => ({ action, ...transitions[action] }))
    .filter(({ from }) => from.includes(state))
    .map(({ action, roles, needsRemark }) => ({ action, roles, needsRemark }))

const stepActions: StepAction[] = ['submit', 'accept', 'compute', 'publish', 'return', 'correct']
