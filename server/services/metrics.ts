import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Duration of HTTP requests',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

const kept = new Map<string, ReturnType<typeof requestSeconds.labels>>()

/** Notes how many seconds a request took, by method and status. */
export function noteRequest(method: string, status: number, seconds: number): void {
  const key = `${method} ${status}`
  const known = kept.get(key) ?? requestSeconds.labels(method, String(status))
  kept.set(key, known)
  known.observe(seconds)
}

/** Everything in Prometheus' text format. */
export const metrics = () => registry.metrics()
