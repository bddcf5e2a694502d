// npm start. In plain syntax, so that an old Node gets as far as the line that says so.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(`Bijuli needs Node 20.19, 22.12 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

import('jiti')
  .then(({ createJiti }) => createJiti(import.meta.url).import('./start.ts'))
  .catch((error) => {
    const notInstalled = /MODULE_NOT_FOUND/.test(error.code);
    console.error(notInstalled ? 'The packages are not installed: run "npm ci" first.' : error.message);
    process.exit(1);
  });
