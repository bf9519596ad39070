import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import './theme/base.css';
import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { gisClient } from './gis/client.ts';
import { startSession } from './session/session.ts';
import { readAddress } from './shell/address.ts';
import { startPreferences } from './shell/preferences.ts';
import { languages, startWords } from './words/i18n.ts';

const address = readAddress();
startPreferences(address.face);
await startWords(languages.find((language) => language === address.language) ?? 'zh-CN');
void startSession();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
// No StrictMode: it would start the journal and the map twice.
createRoot(root).render(
  <ApolloProvider client={gisClient}>
    <App />
  </ApolloProvider>,
);
