import { InputNumber, Select } from 'antd'

interface Props {
  title: string
  options: { id: string; name: string }[]
  /** Of those chosen. */
  numbers: Record<string, number | null>
  most: number
  onChoose: (ids: string[]) => void
  onChange: (id: string, number: number | null) => void
}

/** Some of many numbers, to be changed. */
export function NumbersTrial({ title, options, numbers, most, onChoose, onChange }: Props) {
  return (
    <>
      <Select
        mode="multiple"
        className="trial-choice"
        aria-label={title}
        placeholder={title}
        value={Object.keys(numbers)}
        optionFilterProp="label"
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChoose}
      />
      {options
        .filter(({ id }) => id in numbers)
        .map(({ id, name }) => (
          <div key={id} className="trial-number">
            <label htmlFor={`trial-${id}`}>{name}</label>
            <InputNumber
              id={`trial-${id}`}
              min={0}
              max={most}
              value={numbers[id] ?? null}
              onChange={(number) => onChange(id, number)}
            />
          </div>
        ))}
    </>
  )
}
