import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '../theme/base.css';
import { createRoot } from 'react-dom/client';
import { languages, startWords } from '#words/i18n.ts';
import { startField, workerSession } from './field-parts.ts';
import { registerFieldWorker } from './offline/register-field-worker.ts';
import { FieldApp } from './shell/FieldApp.tsx';
import { keptLanguage } from './shell/kept-language.ts';

const asked = new URLSearchParams(location.search).get('lang') ?? keptLanguage();
await startWords(languages.find((language) => language === asked) ?? 'zh-CN');
await workerSession.open();
startField();
registerFieldWorker();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(<FieldApp />);
