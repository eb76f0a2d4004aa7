import { formulaLines, rulingsOf } from '../../../scoring/objective/trace.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { InputTable } from './InputTable.tsx'

const words = text.standard

/** One item of the standard in full. */
export function ItemEntry({ item }: { item: Item }) {
  const say = useSay()
  const rulings = rulingsOf(item)
  return (
    <div className="item-entry">
      <InputTable item={item} />
      <dl>
        <dt>{say(words.calculation)}</dt>
        <dd>
          <table className="formula">
            <tbody>
              {formulaLines(item).map(({ name, letters }) => (
                <tr key={name.en}>
                  <th scope="row" className="formula-name">
                    {say(name)} =
                  </th>
                  <td className="formula-letters">{say(letters)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </dd>
        <dt>{say(words.timing)}</dt>
        <dd>{say(words.timings[item.timing])}</dd>
        {rulings.length > 0 && (
          <>
            <dt>{say(words.rulings)}</dt>
            <dd>
              <ul className="rulings">
                {rulings.map(({ id, text }) => (
                  <li key={id}>
                    <strong>{id}</strong> {say(text)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </div>
  )
}
