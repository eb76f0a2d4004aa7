import type { Check } from '../../../surveys/answers/compile.ts'
import { type Question, questionsOf } from '../paper/questions.ts'

type Answers = Record<string, unknown>

/**
 * Gives made-up residents of any questionnaire: every choice at random, and nothing where the questionnaire hides a question.
 * The single choices that keep a person out are answered by their first choice.
 */
export function residentsOf(questionnaire: Record<string, unknown>, check: Check): (random: () => number) => Answers {
  const questions = [...questionsOf(questionnaire)]
  return (random) => {
    const drawn = Object.fromEntries(
      questions
        .map(([name, question]) => [name, draw(question, random)] as const)
        .filter(([, answer]) => answer !== undefined),
    )
    const answers = allowed(drawn, check)
    return check(answers).eligible ? answers : allowed(admitted(drawn, questions, check), check)
  }
}

function draw({ type, choices }: Question, random: () => number): unknown {
  if (type === 'boolean') return true
  if (choices.length === 0) return type === 'rating' ? 1 + Math.floor(random() * 5) : undefined
  const one = choices[Math.floor(random() * choices.length)]
  return type === 'checkbox' || type === 'tagbox' ? [one] : one
}

/** Takes away what the questionnaire does not allow; what is hidden may hide more, so again until nothing is left. */
function allowed(answers: Answers, check: Check): Answers {
  const left = { ...answers }
  for (;;) {
    const wrong = check(left).problems.filter(({ path }) => Object.hasOwn(left, path))
    if (wrong.length === 0) return left
    for (const { path } of wrong) delete left[path]
  }
}

/** Answers by first choices, question by question from the beginning, until the person belongs to the population. */
function admitted(answers: Answers, questions: [string, Question][], check: Check): Answers {
  const changed = { ...answers }
  for (const [name, { type, choices }] of questions) {
    if (check(allowed(changed, check)).eligible) break
    if (choices.length > 0 && type !== 'checkbox' && type !== 'tagbox') changed[name] = choices[0]
  }
  return changed
}
