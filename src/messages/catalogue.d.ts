/** The messages of one language, `/first` or `/rest` part of them, compiled when the page is built: see script/messages-plugin.ts. */
declare module 'virtual:messages/*' {
  const messages: import('@lingui/core').Messages;
  export default messages;
}
