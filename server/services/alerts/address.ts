import { lookup as lookUp } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that lead into a house rather than to the public: private, loopback, link-local, shared, and their like. */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, bits, 'ipv6')

/** Whether an address is of the inside; IPv4 within IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  return inside.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Whether a host in an address is of the inside as it is written; names are looked at when they are resolved. */
export function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return isPrivateAddress(bare)
  return bare === 'localhost' || bare.endsWith('.localhost') || bare.endsWith('.internal') || bare.endsWith('.local')
}

/** Resolves a name for a connection, and refuses it where it leads inside: nobody can change it in between. */
export const publicOnly: LookupFunction = (host, options, take) => {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error) return take(error, '', 0)
    const found = addresses.filter(({ address }) => !isPrivateAddress(address))
    const [first] = found
    if (!first) return take(new Error(`${host} leads to a private address`), '', 0)
    if (options.all) take(null, found)
    else take(null, first.address, first.family)
  })
}
