/** Why something was not answered, in words a duty officer understands, in place of the text of an exception. */
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { domainErrorKinds } from 'grid-data';
import { useTranslation } from 'react-i18next';

export type Failure = { kind: string; reportId: string };

/** Who must act (the kinds of DomainError); `unreachable` where no answer came, `internal` where it is a fault of ours. */
export function failureOf(error: unknown): Failure {
  if (!CombinedGraphQLErrors.is(error)) return { kind: 'unreachable', reportId: '' };
  const { kind, reason, reportId } = error.errors[0]?.extensions ?? {};
  // Refused by this page itself, whatever was asked.
  if (reason === 'replaying') return { kind: reason, reportId: '' };
  const known = domainErrorKinds.find((each) => each === kind) ?? 'internal';
  return { kind: known, reportId: typeof reportId === 'string' ? reportId : '' };
}

export function useFailureWords(): (error: unknown) => string {
  const { t } = useTranslation('ui');
  return (error) => {
    const { kind, reportId } = failureOf(error);
    return t(`failure.${kind}`, { reportId });
  };
}
