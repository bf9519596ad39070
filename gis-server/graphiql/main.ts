/** GraphiQL from the npm package, with everything it needs on our own origin. */
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const url = new URL('/graphql', window.location.href);
const subscriptionUrl = new URL(url);
subscriptionUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({ url: url.href, subscriptionUrl: subscriptionUrl.href });
const defaultQuery = `# Sign in on the page of the hall first: questions are asked with its session.
{
  viewer {
    displayName
    role
    area {
      code
      name
      counts { openIncidents cityComponents camerasOnline }
    }
  }
}
`;
createRoot(document.querySelector('#graphiql')!).render(
  createElement(GraphiQL, { fetcher, defaultQuery }),
);
