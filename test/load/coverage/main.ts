import { scenarios } from './scenarios.ts'
import { type Outcome, simulate } from './simulate.ts'

const given = Number(process.argv[2] ?? 2000)
const replications = Number.isInteger(given) && given > 1 ? given : 2000

const row = (cells: string[]) => `| ${cells.join(' | ')} |`

function tableOf(outcomes: Outcome[]): string[] {
  const lines = outcomes.flatMap(({ quantity, truth, coverage, varianceRatio, bias }) =>
    Object.entries(coverage).map(([kind, share], at) =>
      row([
        at === 0 ? quantity : '',
        at === 0 ? truth.toPrecision(4) : '',
        kind,
        `${(100 * share).toFixed(1)}%`,
        at === 0 ? varianceRatio.toFixed(3) : '',
        at === 0 ? bias.toFixed(3) : '',
      ]),
    ),
  )
  const header = ['quantity', 'true value', 'interval', 'covered', 'mean variance / true', 'bias / SE']
  return [row(header), row(header.map(() => '---')), ...lines]
}

console.log(
  `${replications} replications each, 95 % intervals; Monte Carlo error of a coverage ±${(196 * Math.sqrt((0.95 * 0.05) / replications)).toFixed(1)} points\n`,
)
for (const scenario of scenarios)
  console.log(
    [`**${scenario.name}** ${scenario.about}`, '', ...tableOf(simulate(scenario, replications)), ''].join('\n'),
  )
