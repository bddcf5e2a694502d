import { expect, test } from 'vitest';
import { holds } from './artifacts.ts';

const sources = new Map([
  [
    'contracts/src/Book.sol',
    'import {IBook} from "./interfaces/IBook.sol";\nimport {\n    A,\n    B\n} from "./libraries/Engine.sol";',
  ],
  ['contracts/src/interfaces/IBook.sol', 'import {Checker} from "../Checker.sol";'],
  ['contracts/src/libraries/Engine.sol', 'import {Rounding} from "./Rounding.sol";'],
  ['contracts/src/Checker.sol', 'import {SSTORE2} from "solady/utils/SSTORE2.sol";'],
]);

test('a contract holds what it imports, and what that imports', () => {
  expect(holds('contracts/src/Book.sol', 'contracts/src/libraries/Rounding.sol', sources)).toBe(true);
  expect(holds('contracts/src/Book.sol', 'contracts/src/Book.sol', sources)).toBe(true);
  expect(holds('contracts/src/Checker.sol', 'contracts/src/libraries/Rounding.sol', sources)).toBe(false);
});

test('an interface only names what it imports', () => {
  expect(holds('contracts/src/Book.sol', 'contracts/src/Checker.sol', sources)).toBe(false);
});
