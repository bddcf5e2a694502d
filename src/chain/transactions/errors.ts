/** The account has less than the transaction costs; both in the coin's own unit, fees included. */
export class TooLittleMoneyError extends Error {
  override readonly name = 'TooLittleMoneyError';
  readonly balance: bigint;
  readonly needed: bigint;

  constructor(balance: bigint, needed: bigint) {
    super(`The account has ${balance}, and ${needed} is needed`);
    this.balance = balance;
    this.needed = needed;
  }
}

/** The account has less of the token that everything is paid in than a payment takes. */
export class TooLittleOfTokenError extends Error {
  override readonly name = 'TooLittleOfTokenError';
}

/** The wallet is on another chain than the page. */
export class WrongChainError extends Error {
  override readonly name = 'WrongChainError';
}

/** No wallet is connected, or it has gone. */
export class NoWalletError extends Error {
  override readonly name = 'NoWalletError';
}

/** More gas than a transaction may take. */
export class TooMuchGasError extends Error {
  override readonly name = 'TooMuchGasError';
}
