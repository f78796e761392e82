import { z } from 'zod';

import { secretNameSchema } from './connector.ts';
import { mappingSchema } from './mapping.ts';

const port = z.number().int().min(1).max(65_535);
/** SD-NAME of RFC 5424. */
const dataName = z.string().regex(/^[!#-<>-\\^-~]{1,32}$/, 'printable ASCII without =, ] and ", at most 32');

/**
 * Listened for on ports of this machine; which of its addresses, `FLAGTOWER_SYSLOG_HOST` says. Syslog proves nobody's identity: a source is
 * known by its port, by the addresses that may send to it, and by a secret in each message where one is named.
 */
export const syslogSchema = z
  .object({
    /** A stream of messages, framed as RFC 6587 says; it is read no faster than it is written to the store. */
    tcp: port.optional(),
    /** A message a datagram (RFC 5426); what comes faster than it can be written is dropped and counted. */
    udp: port.optional(),
    /** Addresses and networks that may send. Default: this machine. */
    from: z
      .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
      .min(1)
      .max(100)
      .optional(),
    /** A parameter of the structured data that has to hold the secret of that variable. Default: none is asked for. */
    token: z.object({ element: dataName, parameter: dataName, secret: secretNameSchema }).optional(),
    /** A longer message is quarantined. Default 16 KiB. */
    mostBytes: z.number().int().min(480).max(1_048_576).optional(),
    /** Connections at a time; one more is closed at once. Default 100. */
    connections: z.number().int().min(1).max(10_000).optional(),
    /** A connection that says nothing for so long is closed. Default an hour. */
    idleSeconds: z.number().min(0.1).max(86_400).optional(),
    /** Datagrams that may wait for the store. Default 10 000. */
    waiting: z.number().int().min(1).max(1_000_000).optional(),
    /** How an event becomes a case, or the id of a mapping that comes with the product. Default `cef-incidents`. */
    mapping: z.union([mappingSchema, z.string().max(100)]).optional(),
  })
  .refine(({ tcp, udp }) => tcp !== undefined || udp !== undefined, { error: 'name a port', path: ['tcp'] });
export type SyslogPlan = z.infer<typeof syslogSchema>;
