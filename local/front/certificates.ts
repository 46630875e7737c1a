import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 24 * 60 * 60 * 1000;

export interface CertificateAuthority {
  /** PEM text of the authority's own certificate: what a client has to trust. */
  readonly certificate: string;
  /** A TLS context with a certificate for that name, made once a name. */
  contextFor(name: string): Promise<SecureContext>;
}

/** A certificate authority that lives as long as the local AWS; its key never touches the disk. */
export async function createAuthority(now: number): Promise<CertificateAuthority> {
  // The library looks for Reflect's metadata functions when it is loaded, so they have to be there first.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const provider = webcrypto;
  const keys = await provider.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const validity = { notBefore: new Date(now - day), notAfter: new Date(now + 30 * day) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serial(),
      name: 'CN=Slipway local AWS',
      ...validity,
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ],
    },
    provider,
  );
  const contexts = new Map<string, Promise<SecureContext>>();

  async function issue(name: string): Promise<SecureContext> {
    const leafKeys = await provider.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const leaf = await x509.X509CertificateGenerator.create(
      {
        serialNumber: serial(),
        subject: `CN=${name.slice(0, 64)}`,
        issuer: authority.subject,
        ...validity,
        publicKey: leafKeys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: [
          new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        ],
      },
      provider,
    );
    const pkcs8 = Buffer.from(await provider.subtle.exportKey('pkcs8', leafKeys.privateKey));
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return createSecureContext({
      key: key.export({ format: 'pem', type: 'pkcs8' }),
      cert: leaf.toString('pem'),
      minVersion: 'TLSv1.2',
    });
  }

  return {
    certificate: `${authority.toString('pem')}\n`,
    contextFor: (name) => {
      const known = contexts.get(name);
      if (known !== undefined) return known;
      const made = issue(name);
      contexts.set(name, made);
      return made;
    },
  };
}

/** RFC 5280 section 4.1.2.2: a positive integer of at most 20 octets. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return bytes.toString('hex');
}
