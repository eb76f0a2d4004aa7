import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

// Reads what the worker never writes: it ends with the worker, however that ends.
const script = `cat > /dev/null
if [ -n "$1" ]; then kill -9 "$1"; fi
until rm -rf "$0"; do sleep 0.1; done`

/** Once the worker that runs the tests is gone, also if it was killed, ends a process of its own and removes a folder. */
export function endWithWorker({ folder, pid }: { folder: string; pid?: number }): void {
  const guard = spawn('sh', ['-c', script, folder, String(pid ?? '')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  // A pipe is a socket here; it does not keep the worker alive either.
  if (guard.stdin instanceof Socket) guard.stdin.unref()
}
