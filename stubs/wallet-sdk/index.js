// Stands in for the nine wallet SDKs that @wagmi/connectors depends on (see "overrides" in package.json).
// Bijuli uses injected wallets only, so none of them is ever called; the bundler needs just the names that are imported.
export const z = undefined;
export const RpcSchema = undefined;
export class GeminiWalletProvider {}
export default undefined;
