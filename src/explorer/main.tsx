/** Starts the page. */
import { createRoot } from 'react-dom/client';
import { Root } from './panels/Root.tsx';
import { readPreferences } from './state/preferences.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/filters.css';
import './styles/panels.css';
import './styles/tie.css';
import './styles/tables.css';
import './styles/curation.css';
import './styles/dialog.css';
import './styles/reader.css';
import './styles/narrow.css';

const { theme } = readPreferences(window);
const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme = dark ? 'dark' : 'light';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Root />);
