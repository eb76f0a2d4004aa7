/**
 * The neighbourhood of an address, by which bursts are noticed: 24 bits of an IPv4 address, 48 of an IPv6 address.
 * @example networkPrefix('203.0.113.7') // '203.0.113'
 */
export function networkPrefix(address: string): string {
  const network = networkOf(address)
  const dot = network.includes(':') ? ':' : '.'
  return network.split(dot).slice(0, 3).join(dot)
}

/**
 * The network that an address stands for where requests are counted: an IPv4 address itself, the first 64 bits of an
 * IPv6 address, of which every household has 2⁶⁴.
 * @example networkOf('2001:db8::7:1') // '2001:db8:0:0'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [before, after] = [groups(head), groups(tail)]
  const between = address.includes('::') ? 8 - before.length - after.length : 0
  return [...before, ...new Array<string>(Math.max(0, between)).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
