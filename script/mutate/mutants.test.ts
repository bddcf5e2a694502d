import { expect, test } from 'vitest';
import { applied, mutantsOf } from './mutants.ts';

/** What becomes of the lines of a function's body. */
function changesOf(body: string): string[] {
  return mutantsOf(`contract C {\n    function f() external {\n${body}\n    }\n}\n`).map(({ to }) => to);
}

test('comparisons move by one and turn round', () => {
  expect(changesOf('if (a < b) { c; }')).toEqual(['if (a <= b) { c; }', 'if (a >= b) { c; }']);
  expect(changesOf('if (a == b) { c; }')).toEqual(['if (a != b) { c; }']);
});

test('operators, a sign, 0 and 1', () => {
  expect(changesOf('uint256 x = a * b << 10;')).toEqual(['uint256 x = a / b << 10;', 'uint256 x = a * b >> 10;']);
  expect(changesOf('int256 x = -y;')).toEqual(['int256 x = y;', 'int256 x = +y;']);
  expect(changesOf('bool x = !a && b;')).toEqual(['bool x = a && b;', 'bool x = !a || b;']);
  expect(changesOf('uint256 x = f(0, 1, 10, 0x01);')).toEqual([
    'uint256 x = f(1, 1, 10, 0x01);',
    'uint256 x = f(0, 0, 10, 0x01);',
  ]);
});

test.each([
  'if (bad) revert Bad(a);',
  'emit Done(a);',
  'delete offers[a];',
  'a = b;',
  '(a, b) = f();',
  '(, a.b) = f();',
  'list[i].x = b;',
  'list.push(Version({program: a, startDay: b}));',
  'to.call{value: a}("");',
  'f(\n    a,\n    b\n);',
])('%s is left out', (statement) => {
  expect(changesOf(statement)).toEqual(['']);
});

test.each([
  'uint256 a = b;',
  'uint256[] memory a = b;',
  'Tariff.Part[] memory a = b;',
  '(uint256 a, bytes memory b) = f();',
  '(, Version memory a) = f();',
  'return f(a);',
])('%s stays', (statement) => {
  expect(changesOf(statement)).toEqual([]);
});

test('what guards a function is left out', () => {
  const source =
    'contract C {\n    function f() external onlyRole(ADMIN) whenNotPaused returns (uint256) {\n    }\n}\n';
  expect(mutantsOf(source).map(({ to }) => to)).toEqual([
    'function f() external whenNotPaused returns (uint256) {',
    'function f() external onlyRole(ADMIN) returns (uint256) {',
  ]);
});

test('assembly has instructions for operators, and no semicolons', () => {
  expect(changesOf('assembly ("memory-safe") {\n let x := iszero(lt(a, b))\n}')).toEqual([
    'let x := lt(a, b)',
    'let x := iszero(gt(a, b))',
    'let x := iszero(iszero(gt(a, b)))',
  ]);
  expect(changesOf('assembly {\n x := y\n}')).toEqual(['']);
  expect(changesOf('assembly {\n if x { x := y }\n}')).toEqual(['if x { }']);
  expect(changesOf('assembly {\n mstore(\n a,\n b\n )\n}')).toEqual(['']);
});

test('comments, strings, the pragma and imports are no code', () => {
  const source = `pragma solidity ^0.8.28;
import {A} from "./A.sol";
/// @dev a < b; 0
bytes32 constant ROLE = keccak256("a < b"); // a + b
/* a = b; */
`;
  expect(mutantsOf(source)).toEqual([]);
});

test('says where it is, and makes the changed source', () => {
  const source = 'contract C {\n    function f() external {\n        a =\n            b + c;\n    }\n}\n';
  const [left, swapped] = mutantsOf(source);
  expect(left).toMatchObject({ line: 3, within: 'f', from: 'a = b + c;', to: '' });
  expect(swapped).toMatchObject({ line: 4, within: 'f', from: 'b + c;', to: 'b - c;' });
  const { start, end, replacement } = swapped ?? { start: 0, end: 0, replacement: '' };
  expect(applied(source, start, end, replacement)).toBe(source.replace('+', '-'));
});
