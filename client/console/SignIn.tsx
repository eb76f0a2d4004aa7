import { Alert, Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { text } from '../text/console.ts'
import { useLanguage, useSay } from '../text/language.tsx'
import { Failure } from './api.ts'
import { useSignIn } from './session.tsx'

export function SignIn() {
  const say = useSay()
  const { language, choose } = useLanguage()
  const signIn = useSignIn()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  async function submit({ username, password }: { username: string; password: string }) {
    setBusy(true)
    try {
      await signIn(username, password)
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught
      setFailure(caught)
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="sign-in">
      <header>
        <h1>
          体验 <span>Tiyan</span>
        </h1>
        <p>{say(text.signIn.purpose)}</p>
      </header>
      <Card>
        <Form layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item
            label={say(text.signIn.username)}
            name="username"
            rules={[{ required: true, message: say(text.signIn.usernameMissing) }]}
          >
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            label={say(text.signIn.password)}
            name="password"
            rules={[{ required: true, message: say(text.signIn.passwordMissing) }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          {failure && (
            <Form.Item>
              <Alert type="error" showIcon role="alert" title={signInMessage(failure, say)} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            {say(text.signIn.submit)}
          </Button>
        </Form>
      </Card>
      <Button
        type="link"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
    </main>
  )
}

function signInMessage(failure: Failure, say: ReturnType<typeof useSay>): string {
  if (failure.status === 0) return say(text.failure.noConnection)
  if (failure.status === 401) return say(text.signIn.wrong)
  if (failure.status === 429) return say(text.signIn.tooMany)
  return failure.message
}
