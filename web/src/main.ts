// Where the desk begins: the theme is set before anything is drawn, then the one component that holds all others.
import { mount } from 'svelte';

import './desk.css';
import Desk from './Desk.svelte';
import { applyTheme } from './parts/theme.svelte.ts';

applyTheme();
mount(Desk, { target: document.getElementById('desk')! });
