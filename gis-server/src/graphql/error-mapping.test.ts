import { GraphQLError } from 'graphql';
import { DomainError, domainErrorKinds } from 'grid-data';
import { describe, expect, it } from 'vitest';
import { formatErrorWith } from './error-mapping.ts';

function mapped(error: GraphQLError, hints = false) {
  const lines: string[] = [];
  const format = formatErrorWith({ hints, log: (line) => lines.push(line) });
  return { answer: format(error.toJSON(), error), lines };
}

const wrapped = (originalError: Error, message = originalError.message) =>
  new GraphQLError(message, { originalError, path: ['incident'] });

describe('an error on its way out', () => {
  it.each([
    ['invalid-input', 'BAD_USER_INPUT'],
    ['not-signed-in', 'UNAUTHENTICATED'],
    ['not-allowed', 'FORBIDDEN'],
    ['not-found', 'NOT_FOUND'],
    ['conflict', 'CONFLICT'],
    ['unavailable', 'UNAVAILABLE'],
  ] as const)('of kind %s has the code %s', (kind, code) => {
    const error = new DomainError(kind, 'why', { reason: 'because', details: { field: 'x' } });
    const { answer } = mapped(wrapped(error));
    expect(answer.extensions).toEqual({ code, kind, reason: 'because', details: { field: 'x' } });
    expect(answer.path).toEqual(['incident']);
  });

  it('has a code for every kind', () => {
    for (const kind of domainErrorKinds) {
      expect(mapped(wrapped(new DomainError(kind, 'x'))).answer.extensions?.['code']).toBeTruthy();
    }
  });

  it('is masked where it is a bug, under a report id that the log has too', () => {
    const bug = new TypeError('relation "users" has password scrypt$…');
    const { answer, lines } = mapped(wrapped(bug));
    expect(JSON.stringify(answer)).not.toContain('users');
    expect(answer.extensions?.['code']).toBe('INTERNAL');
    expect(lines[0]).toContain(String(answer.extensions?.['reportId']));
  });

  it('says try again where the database is away, however deep the cause lies', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const { answer, lines } = mapped(wrapped(new Error('query failed', { cause })));
    expect(answer.extensions?.['code']).toBe('UNAVAILABLE');
    expect(lines).toEqual([]);
  });

  it('does not teach the schema to who may not read it', () => {
    const error = new GraphQLError(
      'Cannot query field "pass" on type "Viewer". Did you mean "name"?',
      {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    );
    expect(mapped(error).answer.message).toBe('Cannot query field "pass" on type "Viewer".');
    expect(mapped(error, true).answer.message).toContain('Did you mean');
  });
});
