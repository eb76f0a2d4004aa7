import { Tooltip } from 'antd'
import type { Text } from '../../scoring/text.ts'
import { useSay } from '../text/language.tsx'

/** The name of a figure; what it says is told on hover, on focus and on a tap. */
export function Explained({ name, help }: { name: Text; help: Text }) {
  const say = useSay()
  return (
    <Tooltip title={say(help)} trigger={['hover', 'focus', 'click']}>
      <button type="button" className="explained">
        {say(name)}
      </button>
    </Tooltip>
  )
}
