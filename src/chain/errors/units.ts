import type { Quantity } from '../../messages/words.ts';

/** How a parameter of an error is shown. `text` as it is; `reason` is another error, ABI-encoded. */
export type Unit = Quantity['as'] | 'text' | 'address' | 'role' | 'ascii' | 'reason';

/** The unit of every parameter of every custom error of both contracts, in their order. A test holds this against the ABI. */
export const unitsOfErrors: Record<string, readonly Unit[]> = {
  // ElectricityBilling
  AboveAdvance: ['text', 'money', 'money'],
  AboveBoardBalance: ['money', 'money'],
  AdvanceInTheWay: ['text', 'money'],
  AlreadyRegistered: ['text'],
  AmountTooLarge: ['text', 'money'],
  BadAgreement: ['text'],
  BadReason: ['count'],
  BadRow: ['text'],
  ConnectionIsZero: [],
  NoBill: ['text', 'reason'],
  NothingToBill: ['text', 'date', 'date'],
  NotHolder: ['text', 'address', 'address'],
  NotOffered: ['text', 'address', 'address'],
  PeriodNotOver: ['text', 'date', 'date'],
  ReadingFalls: ['text', 'energy', 'energy'],
  ReadingImplausible: ['text', 'energy', 'energy'],
  ReadingInFuture: ['text', 'dateTime', 'dateTime'],
  ReadingNotLater: ['text', 'dateTime', 'dateTime'],
  SameHolder: ['text', 'address'],
  TransferFailed: ['address', 'coin'],
  UnknownBill: ['text', 'text', 'count'],
  UnknownCategory: ['text'],
  UnknownConnection: ['text'],
  WrongValue: ['coin', 'coin'],
  ZeroAddress: [],
  ZeroAmount: [],
  ZeroLoad: ['text'],

  // TariffBook and its engine
  AboveLastBand: ['energy'],
  BadProgram: ['count', 'text'],
  BadUtcOffset: ['text'],
  CategoryIsZero: [],
  EmptyPeriod: ['date', 'date'],
  NegativeTotal: ['money'],
  NoTariffInForce: ['text', 'date'],
  StartsBeforeLastVersion: ['date', 'date'],
  StartsTooSoon: ['date', 'date'],
  TooLarge: [],
  UnknownVersion: ['text', 'text'],
  WrongAdjustments: ['count', 'count'],
  WrongCurrency: ['ascii', 'ascii'],

  // OpenZeppelin
  AccessControlBadConfirmation: [],
  AccessControlEnforcedDefaultAdminDelay: ['dateTime'],
  AccessControlEnforcedDefaultAdminRules: [],
  AccessControlInvalidDefaultAdmin: ['address'],
  AccessControlUnauthorizedAccount: ['address', 'role'],
  EnforcedPause: [],
  ExpectedPause: [],
  SafeCastOverflowedUintDowncast: ['text', 'text'],
};
