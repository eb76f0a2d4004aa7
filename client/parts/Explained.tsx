import { Tooltip } from 'antd'
import type { Text } from '../../scoring/text.ts'
import { useSay } from '../text/language.tsx'

/** The name of a figure; what it says is told on hover, on focus and on a tap. */
export function Explained({ name, help }: { name: Text; help: Text }) {
  const say = useSay()
  return (
    // A tap is a hover and a focus; a click of its own would close again what they have opened.
    <Tooltip title={say(help)} trigger={['hover', 'focus']}>
      <button type="button" className="explained">
        {say(name)}
      </button>
    </Tooltip>
  )
}
