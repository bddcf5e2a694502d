/** All subjects of one language, compiled when the page is built: see script/messages-plugin.ts. */
declare module 'virtual:messages/*' {
  const messages: import('@lingui/core').Messages;
  export default messages;
}
