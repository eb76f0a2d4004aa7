import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type PropsWithChildren, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider, useLanguage } from '../text/language.tsx'
import { App } from './App.tsx'
import { Failure } from './api.ts'
import './console.css'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one; only a lost connection is worth asking again.
      retry: (count, failure) => failure instanceof Failure && failure.status === 0 && count < 3,
      staleTime: 10_000,
    },
  },
  queryCache: new QueryCache({
    onError: (failure) => {
      if (failure instanceof Failure && failure.status === 401) queries.setQueryData(['session'], null)
    },
  }),
})

function Appearance({ children }: PropsWithChildren) {
  const { language } = useLanguage()
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce }}
      theme={{
        token: {
          colorPrimary: '#1f5a96',
          colorLink: '#1f5a96',
          // What the pointer is on is read, too: darker, not paler.
          colorLinkHover: '#153f6b',
          colorError: '#b42318',
          colorTextPlaceholder: '#5a6675',
          colorTextDescription: '#5a6675',
          borderRadius: 6,
          motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
          fontFamily: `system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif`,
        },
        // A target that is touched is 24 pixels high at least.
        components: { Switch: { trackHeight: 24, handleSize: 20 } },
      }}
    >
      {children}
    </ConfigProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Appearance>
          <App />
        </Appearance>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
