import type * as Acm from '@aws-sdk/client-acm';
import type { AcmApi } from '../../../src/aws/apis.ts';

/** See README.md: what it does, and what says so. */
export class FakeAcm implements AcmApi {
  /** By ARN. */
  readonly certificates = new Map<string, Acm.CertificateDetail>();
  readonly denied = new Set<keyof AcmApi>();

  async describeCertificate({
    CertificateArn = '',
  }: Acm.DescribeCertificateCommandInput): Promise<Acm.DescribeCertificateCommandOutput> {
    await Promise.resolve();
    if (this.denied.has('describeCertificate')) {
      throw named('AccessDeniedException', 'not authorized to perform: acm:DescribeCertificate');
    }
    const Certificate = this.certificates.get(CertificateArn);
    if (Certificate === undefined) {
      throw named('ResourceNotFoundException', `Could not find certificate ${CertificateArn}`);
    }
    return { $metadata: {}, Certificate };
  }

  /** One that was issued for these names. */
  issue(arn: string, [first = '', ...others]: readonly string[], NotAfter: Date): Acm.CertificateDetail {
    const certificate: Acm.CertificateDetail = {
      CertificateArn: arn,
      DomainName: first,
      SubjectAlternativeNames: [first, ...others],
      Status: 'ISSUED',
      Type: 'AMAZON_ISSUED',
      RenewalEligibility: 'ELIGIBLE',
      NotAfter,
    };
    this.certificates.set(arn, certificate);
    return certificate;
  }
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
