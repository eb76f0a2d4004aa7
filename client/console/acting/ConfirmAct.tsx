import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import type { Failure } from '../api.ts'

const words = text.acting

interface Props<Fields> {
  title: string
  /** Of the button that does it. */
  name: string
  /** What the act does, in sentences; shown before it is done. */
  happens: readonly string[]
  danger?: boolean
  initial?: Partial<Fields>
  /** More to be filled in, above the reason. */
  children?: ReactNode
  act: (fields: Fields & { reason: string }) => Promise<unknown>
  close: () => void
}

/** Asks once more: says what will happen, takes the reason, and does it. */
export function ConfirmAct<Fields extends object>({
  title,
  name,
  happens,
  danger = false,
  initial = {},
  children,
  act,
  close,
}: Props<Fields>) {
  const say = useSay()
  const [form] = Form.useForm<Fields & { reason: string }>()
  const doing = useMutation<unknown, Failure, Fields & { reason: string }>({ mutationFn: act, onSuccess: close })
  return (
    <Modal
      open
      title={title}
      okText={name}
      cancelText={say(words.cancel)}
      okButtonProps={{ danger }}
      confirmLoading={doing.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(fields) => doing.mutate(fields)}
      >
        <Alert
          type={danger ? 'warning' : 'info'}
          title={say(words.whatHappens)}
          description={
            <ul className="plain-list">
              {happens.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          }
        />
        {children}
        <Form.Item
          label={say(words.reason)}
          name="reason"
          rules={[{ required: true, whitespace: true, message: say(words.reasonMissing) }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {doing.error && <FailureNote failure={doing.error} />}
    </Modal>
  )
}
