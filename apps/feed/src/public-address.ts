import { BlockList, isIPv6 } from 'node:net'

// IANA's special-purpose registries, less what is reachable from everywhere:
// https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry
const ipv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
// Only 2000::/3 is global; of it, these are tunnels that could lead inside, documentation or reserved.
const ipv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const reserved = new BlockList()
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [address = '', bits] of ipv4.map(toParts)) reserved.addSubnet(address, Number(bits), 'ipv4')
for (const [address = '', bits] of ipv6.map(toParts)) reserved.addSubnet(address, Number(bits), 'ipv6')

/** Whether an IP address is one of the public internet: not of this host, a local network or a tunnel. */
export function isPublicAddress(address: string): boolean {
  return isIPv6(address)
    ? global.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
    : !reserved.check(address, 'ipv4')
}

function toParts(subnet: string): string[] {
  return subnet.split('/')
}
