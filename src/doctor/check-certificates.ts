import type { EnvironmentDefinition } from '../config/system.ts';
import { warning, wrong, type Check } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';

/** A certificate that a parameter names by its ARN. */
interface NamedCertificate {
  readonly parameter: string;
  readonly arn: string;
  readonly region: string;
  readonly account: string;
}

const certificateArn =
  /^arn:aws[a-z-]*:acm:(?<region>[a-z0-9-]+):(?<account>\d{12}):certificate\/[A-Za-z0-9-]+$/;

function certificatesOf({ values }: EnvironmentDefinition): readonly NamedCertificate[] {
  return Object.entries(values).flatMap(([stack, parameters]) =>
    Object.entries(parameters).flatMap(([name, source]) => {
      if (source.kind !== 'literal') return [];
      const parts = certificateArn.exec(source.value)?.groups;
      const { region = '', account = '' } = parts ?? {};
      return parts === undefined
        ? []
        : [{ parameter: `${stack}.${name}`, arn: source.value, region, account }];
    }),
  );
}

/**
 * Certificates that the environment's file names: of this account, and in a region where something can use them. ACM
 * itself is not asked; that is said, with the command that tells.
 */
export function checkCertificates(place: AccountPlace, environment: EnvironmentDefinition): readonly Check[] {
  const usable = [environment.regions.edge, environment.regions.home];
  return certificatesOf(environment).map(({ parameter, arn, region, account }) => {
    const wanted = `${arn} is issued, in this account, in us-east-1 for CloudFront`;
    const subject = accountSubject(place, 'certificate', parameter, wanted);
    const mend = `name another one in ${environment.file}`;
    if (account !== environment.account) return wrong(subject, `it is of account ${account}`, mend);
    if (!usable.includes(region)) return wrong(subject, `it lies in ${region}`, mend);
    return warning(
      subject,
      'not known here: ACM is not asked',
      `aws acm describe-certificate --region ${region} --certificate-arn ${arn} --query Certificate.Status`,
    );
  });
}
