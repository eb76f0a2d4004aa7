import { Tag } from 'antd'
import { text } from '../text/console.ts'
import { useSay } from '../text/language.tsx'

/** The mark that stands on every screen with made-up data. */
export function MadeUp() {
  const say = useSay()
  return (
    <Tag color="gold" variant="outlined" style={{ color: '#7a4d00' }}>
      {say(text.madeUp)}
    </Tag>
  )
}
