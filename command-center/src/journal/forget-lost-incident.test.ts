import { gql, InMemoryCache } from '@apollo/client';
import { expect, test } from 'vitest';
import { keyFields } from '#gis/key-fields.ts';
import { forgetLostIncident } from './forget-lost-incident.ts';

const list = gql`
  query {
    incidents {
      id
      title
    }
  }
`;

function aListOfTwo() {
  const cache = new InMemoryCache({ typePolicies: keyFields });
  const incidents = ['a', 'b'].map((id) => ({ __typename: 'Incident', id, title: id }));
  cache.writeQuery({ query: list, data: { incidents } });
  const ids = () =>
    cache
      .readQuery<{ incidents: { id: string }[] }>({ query: list })
      ?.incidents.map(({ id }) => id);
  return { cache, ids };
}

test.each(['incident.left-department', 'incident.left-area'])(
  'a case that went elsewhere leaves the lists (%s)',
  (kind) => {
    const { cache, ids } = aListOfTwo();
    forgetLostIncident(cache, { kind, subjectId: 'a', incident: null });
    expect(ids()).toEqual(['b']);
  },
);

test('who still sees the case keeps it, and so does who hears another row of it', () => {
  const { cache, ids } = aListOfTwo();
  const left = { kind: 'incident.left-department', subjectId: 'a' };
  forgetLostIncident(cache, { ...left, incident: { id: 'a' } });
  forgetLostIncident(cache, { kind: 'incident.moved', subjectId: 'a', incident: null });
  forgetLostIncident(cache, { kind: 'heartbeat', subjectId: null, incident: null });
  expect(ids()).toEqual(['a', 'b']);
});
