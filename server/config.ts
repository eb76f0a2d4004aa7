import { z } from 'zod'

const onOff = z.enum(['0', '1']).transform((value) => value === '1')

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  TIYAN_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TIYAN_URL: z.url({ protocol: /^https?$/ }).optional(),
  TIYAN_TRUST_PROXY: z.string().min(1).optional(),
  TIYAN_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  TIYAN_DEMO: onOff.default(true),
  TIYAN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TIYAN_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  TIYAN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** The settings of a server, from the environment (CONTRACT section 1). */
export interface Config {
  host: string
  port: number
  dataFolder: string
  databaseUrl: string | undefined
  /** Public address without a trailing slash; set late where the port is chosen by the system. */
  url: string
  trustProxy: string | undefined
  adminPassword: string | undefined
  demo: boolean
  secret: string | undefined
  metricsToken: string | undefined
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
    databaseUrl: it.DATABASE_URL,
    url: (it.TIYAN_URL ?? `http://${it.HOST}:${it.PORT}`).replace(/\/+$/, ''),
    trustProxy: it.TIYAN_TRUST_PROXY,
    adminPassword: it.TIYAN_ADMIN_PASSWORD,
    demo: it.TIYAN_DEMO,
    secret: it.TIYAN_SECRET,
    metricsToken: it.TIYAN_METRICS_TOKEN,
    logLevel: it.TIYAN_LOG,
  }
}

export class ConfigError extends Error {}
