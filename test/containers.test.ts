import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '../server/config.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      read_only: z.boolean().optional(),
      environment: z.record(z.string(), z.string()).optional(),
      volumes: z.array(z.string()).optional(),
      networks: z.array(z.string()),
      depends_on: z.union([z.array(z.string()), z.record(z.string(), z.object({ condition: z.string() }))]).optional(),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
  networks: z.record(z.string(), z.null()),
})

const { services, volumes, networks } = Compose.parse(parse(read('compose.yaml'), { merge: true }))

test('compose starts two servers, a database and a balancer, and refers to nothing that is not there', () => {
  expect(Object.keys(services).sort()).toEqual(['balancer', 'database', 'server-1', 'server-2'])
  for (const service of Object.values(services)) {
    const needed = service.depends_on ?? []
    for (const name of Array.isArray(needed) ? needed : Object.keys(needed)) expect(services).toHaveProperty([name])
    for (const name of service.networks) expect(networks).toHaveProperty([name])
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':')
      expect(from.startsWith('./') ? existsSync(join(root, from)) : from in volumes, volume).toBe(true)
    }
  }
  for (const server of ['server-1', 'server-2']) {
    expect(services[server]?.read_only).toBe(true)
    expect(read('deploy/Caddyfile')).toContain(`${server}:8080`)
  }
})

test('the servers’ settings are what a server understands', () => {
  const environment = Object.fromEntries(
    Object.entries(services['server-1']?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{[^}:]+:-([^}]*)\}/g, '$1').replace(/\$\{[^}]+\}/g, 'a-secret-of-some-length'),
    ]),
  )
  const { store, trustProxy, demo } = readConfig(environment)
  expect(store).toBe('postgres://tiyan:a-secret-of-some-length@database:5432/tiyan')
  expect([trustProxy?.('172.18.0.2', 0), trustProxy?.('172.18.0.2', 1), demo]).toEqual([true, false, false])
})

/** Instructions of the last stage, lines that go on joined. */
const stages = read('Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/ (.*)/s) as [string, string])

test('the image has two stages, is not root’s, says how it is, and starts what the build makes', () => {
  const known = /^(FROM|ENV|WORKDIR|COPY|RUN|VOLUME|USER|EXPOSE|HEALTHCHECK|CMD)$/
  expect(stages.filter(([word]) => !known.test(word))).toEqual([])
  expect(stages.filter(([word]) => word === 'FROM')).toHaveLength(2)
  const last = stages.slice(stages.findLastIndex(([word]) => word === 'FROM'))
  const of = (word: string) => last.flatMap(([one, rest]) => (one === word ? [rest] : []))
  expect(of('USER')).toEqual(['node'])
  expect(of('HEALTHCHECK')[0]).toContain('/healthz')
  expect(of('CMD').map((command) => JSON.parse(command))).toEqual([['node', 'dist/server/main.js']])
})
