import { Card, Typography } from 'antd'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'

const text = handout.link
/** 25 cm at 300 dots an inch. */
const largePixels = 2953

/** The link, its code in the sizes that printers want, poster and paper form. */
export function LinkAndPoster({ survey }: { survey: string }) {
  const say = useSay()
  const url = `${location.origin}/s/${survey}`
  const api = `/api/surveys/${encodeURIComponent(survey)}`
  const prints = [
    { name: text.poster, path: `${api}/poster` },
    { name: text.posterEn, path: `${api}/poster?lang=en` },
    { name: text.paper, path: `${api}/paper-form` },
    { name: text.paperEn, path: `${api}/paper-form?lang=en` },
  ]
  return (
    <div className="two-columns">
      <Card title={<h2>{say(text.address)}</h2>}>
        <Typography.Paragraph copyable={{ tooltips: [say(text.copy), say(text.copied)] }}>{url}</Typography.Paragraph>
        <h3>{say(text.print)}</h3>
        <p>{say(text.printHelp)}</p>
        <ul className="plain-list">
          {prints.map(({ name, path }) => (
            <li key={path}>
              <a href={path} target="_blank" rel="noreferrer">
                {say(name)}
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={<h2>{say(text.code)}</h2>}>
        <img className="qr-shown" src={`${api}/qr.svg`} alt={say(text.codeAlt, { url })} />
        <ul className="plain-list">
          <li>
            <a href={`${api}/qr.svg`} download>
              {say(text.svg)}
            </a>
          </li>
          <li>
            <a href={`${api}/qr.png`} download>
              {say(text.png)}
            </a>
          </li>
          <li>
            <a href={`${api}/qr.png?width=${largePixels}`} download>
              {say(text.large)}
            </a>
          </li>
        </ul>
      </Card>
    </div>
  )
}
