import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import type { Evaluation } from '../../../server/shapes/evaluation.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import type { Failure } from '../api.ts'
import { saveBrief } from './briefPng.ts'

interface Props {
  evaluation: Evaluation
  /** Whether the responses of single persons may be taken out. */
  mayTakePersons: boolean
  /** A frozen result; absent: the one as of now. */
  version?: number
  /** Whether that version was published: only then were the responses behind it kept. */
  published?: boolean
}

/** The files that hold a result and what it rests on. */
export function Exports({ evaluation: { id, survey }, mayTakePersons, version, published = true }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  const path = `/api/evaluations/${encodeURIComponent(id)}`
  const result = `${path}/result`
  const which = version === undefined ? '' : `version=${version}`
  const inLanguage = `?lang=${language}${which && `&${which}`}`
  const packed = which && `?${which}`
  const named = version === undefined ? id : `${id}-${version}`
  const hasPackages = published || survey === null
  const ofNow = version === undefined && survey !== null
  const files = [
    { key: 'xlsx', href: `${result}.xlsx${inLanguage}`, name: say(text.exports.xlsx) },
    { key: 'docx', href: `${result}.docx${inLanguage}`, name: say(text.exports.docx) },
    { key: 'csv', href: `${result}.csv${inLanguage}`, name: say(text.exports.csv) },
    { key: 'json', href: `${result}${packed}`, name: say(text.exports.json), as: `${named}.json` },
    ...(hasPackages && mayTakePersons
      ? [{ key: 'zip', href: `${result}.zip${packed}`, name: say(text.exports.full) }]
      : []),
    { key: 'evidence', href: `${path}/evidence.zip${inLanguage}`, name: say(text.exports.evidence) },
    ...(hasPackages ? [{ key: 'public', href: `${path}/public.zip${packed}`, name: say(text.exports.public) }] : []),
    ...(ofNow && mayTakePersons
      ? [{ key: 'responses', href: `/api/surveys/${survey}/responses.csv`, name: say(text.exports.responses) }]
      : []),
    ...(ofNow
      ? [
          { key: 'design', href: `/api/surveys/${survey}/design.json`, name: say(text.exports.design) },
          { key: 'population', href: `/api/surveys/${survey}/population.csv`, name: say(text.exports.population) },
        ]
      : []),
  ]
  const brief = useMutation<void, Failure>({
    mutationFn: () => saveBrief(`${path}/brief.svg${inLanguage}`, `${named}.png`),
  })
  return (
    <>
      {brief.error && <FailureNote failure={brief.error} />}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'print',
              label: (
                <a href={`${path}/print${inLanguage}`} target="_blank" rel="noreferrer">
                  {say(text.exports.print)}
                </a>
              ),
            },
            {
              key: 'brief',
              label: say(text.exports.brief),
              onClick: () => brief.mutate(),
            },
            ...files.map(({ key, href, name, as = true }) => ({
              key,
              label: (
                <a href={href} download={as}>
                  {name}
                </a>
              ),
            })),
          ],
        }}
      >
        <Button icon={<DownloadOutlined />} size={version === undefined ? 'middle' : 'small'}>
          {say(text.exports.title)}
        </Button>
      </Dropdown>
    </>
  )
}
