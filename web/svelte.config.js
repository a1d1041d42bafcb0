// Runes in every component, and no HTML but what the templates say.
export default {
  compilerOptions: { runes: true, css: 'external' },
};
