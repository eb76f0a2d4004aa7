import { Table, type TableProps } from 'antd'
import { useEffect, useRef } from 'react'

/** A table that scrolls sideways where it is wider than the page, by keyboard too. */
export function WideTable<Row extends object>(props: TableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const scroller = frame.current?.querySelector<HTMLElement>('.ant-table-content')
    if (!scroller) return
    // Its columns are measured by a hidden copy of their heads, in which nothing may be reached.
    for (const copy of scroller.querySelectorAll<HTMLElement>('.ant-table-measure-row')) copy.inert = true
    const reach = () => {
      if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0
      else scroller.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(reach)
    observer.observe(scroller)
    for (const content of scroller.children) observer.observe(content)
    return () => observer.disconnect()
    // Each time: the part that scrolls is another one once there are rows.
  })

  return (
    <div ref={frame} className="wide-table">
      <Table<Row> pagination={false} scroll={{ x: 'max-content' }} {...props} />
    </div>
  )
}
