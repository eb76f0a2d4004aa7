import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { Evaluation } from '../../../server/shapes/evaluation.ts'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'

/** The files that hold this result and what it rests on. */
export function Exports({ evaluation: { id, survey } }: { evaluation: Evaluation }) {
  const say = useSay()
  const { language } = useLanguage()
  const result = `/api/evaluations/${encodeURIComponent(id)}/result`
  const files = [
    { key: 'xlsx', href: `${result}.xlsx?lang=${language}`, name: say(text.exports.xlsx) },
    { key: 'docx', href: `${result}.docx?lang=${language}`, name: say(text.exports.docx) },
    { key: 'csv', href: `${result}.csv?lang=${language}`, name: say(text.exports.csv) },
    { key: 'json', href: result, name: say(text.exports.json) },
    ...(survey
      ? [
          { key: 'responses', href: `/api/surveys/${survey}/responses.csv`, name: say(text.exports.responses) },
          { key: 'design', href: `/api/surveys/${survey}/design.json`, name: say(text.exports.design) },
          { key: 'population', href: `/api/surveys/${survey}/population.csv`, name: say(text.exports.population) },
        ]
      : []),
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: files.map(({ key, href, name }) => ({
          key,
          label: (
            <a href={href} download={key === 'json' ? `${id}.json` : true}>
              {name}
            </a>
          ),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />}>{say(text.exports.title)}</Button>
    </Dropdown>
  )
}
