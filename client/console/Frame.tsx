import { GlobalOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown, Layout, Menu } from 'antd'
import type { ReactNode } from 'react'
import type { Session } from '../../server/shapes/session.ts'
import { text } from '../text/console.ts'
import { interviews } from '../text/consoleInterviews.ts'
import { editor } from '../text/consoleQuestionnaire.ts'
import { rounds } from '../text/consoleRounds.ts'
import { useLanguage, useSay } from '../text/language.tsx'
import { go } from './route.ts'
import { may, useSignOut } from './session.tsx'

/** Pages that belong to a place in the menu without being it. */
const within: Record<string, string> = { surveys: 'fieldwork', handout: 'fieldwork' }

/** What stands around every page: name, places to go, language, who is signed in. */
export function Frame({ session, place, children }: { session: Session; place: string; children: ReactNode }) {
  const say = useSay()
  const { language, choose } = useLanguage()
  const signOut = useSignOut()

  const isSeer = session.user.roles.some(({ role }) => role !== 'interviewer')
  const places = [
    ...(may(session, ['interviewer']) && !isSeer ? [{ key: 'interviews', label: say(interviews.title) }] : []),
    ...(isSeer ? [{ key: 'fieldwork', label: say(text.frame.fieldwork) }] : []),
    ...(may(session, ['fieldwork', 'evaluator', 'publisher', 'viewer'])
      ? [{ key: 'rounds', label: say(rounds.title) }]
      : []),
    ...(may(session, ['fieldwork']) ? [{ key: 'questionnaires', label: say(editor.title) }] : []),
    ...(isSeer ? [{ key: 'results', label: say(text.frame.results) }] : []),
    { key: 'standard', label: say(text.frame.standardPage) },
    ...(may(session, ['administrator']) ? [{ key: 'accounts', label: say(text.frame.accounts) }] : []),
  ]

  return (
    <Layout className="frame">
      <a className="skip" href="#main">
        {say(text.frame.skip)}
      </a>
      <Layout.Header className="frame-header">
        <a
          className="brand"
          href="/console"
          onClick={(event) => {
            event.preventDefault()
            go('/console')
          }}
        >
          <strong>体验</strong>
          <span>Tiyan</span>
        </a>
        <Menu
          className="frame-menu"
          mode="horizontal"
          selectedKeys={[within[place] ?? place]}
          items={places}
          onClick={({ key }) => go(`/console/${key}`)}
        />
        <div className="frame-tools">
          <Button
            type="text"
            icon={<GlobalOutlined />}
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </Button>
          <Dropdown
            menu={{
              items: [{ key: 'out', icon: <LogoutOutlined />, label: say(text.frame.signOut) }],
              onClick: () => void signOut(),
            }}
            trigger={['click']}
          >
            <Button type="text" icon={<UserOutlined />}>
              {session.user.name}
            </Button>
          </Dropdown>
        </div>
      </Layout.Header>
      <Layout.Content className="frame-content">
        <div id="main">{children}</div>
      </Layout.Content>
      <Layout.Footer className="frame-footer">{say(text.frame.standard)}</Layout.Footer>
    </Layout>
  )
}
