import { BlockList, isIP, isIPv4 } from 'node:net';

const thisMachine = ['127.0.0.0/8', '::1'];
const mapped = /^::ffff:(?=\d+\.)/i;

/** Whether an address may send. @param from addresses and networks; `undefined`: this machine alone */
export function allowedSenders(from: readonly string[] = thisMachine): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const entry of from) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (told = '') => {
    // A socket that speaks both families writes the older one inside the newer one.
    const address = told.replace(mapped, '');
    return isIP(address) !== 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  };
}
