import proxyAddress from 'proxy-addr'
import { z } from 'zod'

const onOff = z.enum(['0', '1']).transform((value) => value === '1')

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  TIYAN_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://…; unset it to use SQLite in the data folder' })
    .optional(),
  TIYAN_URL: z.url({ protocol: /^https?$/ }).optional(),
  TIYAN_TRUST_PROXY: z
    .string()
    .refine(
      isTrust,
      'must be addresses or networks with commas between (127.0.0.1, 10.0.0.0/8), or how many proxies there are',
    )
    .transform(trustOf)
    .optional(),
  TIYAN_ADMIN_PASSWORD: z.string().max(1000).optional(),
  TIYAN_DEMO: onOff.default(true),
  TIYAN_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  TIYAN_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  TIYAN_ALERTS_PRIVATE: onOff.default(false),
  TIYAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TIYAN_MAIL_FROM: z.string().min(3).max(200).default('Tiyan <tiyan@localhost>'),
  TIYAN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

function isTrust(text: string): boolean {
  try {
    trustOf(text)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Which proxies TIYAN_TRUST_PROXY means. @throws {TypeError} where it cannot be read */
function trustOf(text: string): (address: string, hop: number) => boolean {
  if (/^\d{1,2}$/.test(text)) return (_, hop) => hop < Number(text)
  return proxyAddress.compile(text.split(',').map((part) => part.trim()))
}

/** The settings of a server, from the environment (CONTRACT section 1). */
export interface Config {
  host: string
  port: number
  dataFolder: string
  /** Where the store is: the data folder, or DATABASE_URL. */
  store: string
  /** Public address without a trailing slash; set late where the port is chosen by the system. */
  url: string
  /** Whose `X-Forwarded-For` is believed; undefined: nobody's. */
  trustProxy: ((address: string, hop: number) => boolean) | undefined
  adminPassword: string | undefined
  demo: boolean
  secret: string | undefined
  metricsToken: string | undefined
  /** Whether alerts may be sent to private addresses. */
  alertsToPrivate: boolean
  /** Of the server that sends mail, e.g. `smtps://name:password@mail.example.cn`; undefined: no mail. */
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/**
 * Reads the settings.
 * @throws {ConfigError} one line that names every wrong variable and what it should be
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable means unset, as shells and compose files write it.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  }
  const it = parsed.data
  return {
    host: it.HOST,
    port: it.PORT,
    dataFolder: it.TIYAN_DATA,
    store: it.DATABASE_URL ?? it.TIYAN_DATA,
    url: (it.TIYAN_URL ?? addressOf(it.HOST, it.PORT)).replace(/\/+$/, ''),
    trustProxy: it.TIYAN_TRUST_PROXY,
    adminPassword: it.TIYAN_ADMIN_PASSWORD,
    demo: it.TIYAN_DEMO,
    secret: it.TIYAN_SECRET,
    metricsToken: it.TIYAN_METRICS_TOKEN,
    alertsToPrivate: it.TIYAN_ALERTS_PRIVATE,
    smtpUrl: it.TIYAN_SMTP_URL,
    mailFrom: it.TIYAN_MAIL_FROM,
    logLevel: it.TIYAN_LOG,
  }
}

/** Where a server listens, as a link. */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

export class ConfigError extends Error {}
