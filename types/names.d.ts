/** The guide's names for what is called by everybody (data/names.yaml), by id: the build writes them as docs/assets/js/names.js. */
export const names: Record<string, string>;
