import { generate } from 'selfsigned';

export interface OwnCertificate {
  /** Both as PEM. */
  readonly cert: string;
  readonly key: string;
}

/** A certificate of loopback that nobody else has signed; whoever is given it may trust it as its own authority. */
export async function ownCertificate(): Promise<OwnCertificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { cert, key };
}
