import { describe, expect, it } from 'vitest';
import { correctionOf } from './correction.ts';

const meter = {
  register: 900n,
  registerOffset: 0n,
  billedRegister: 500n,
  bills: 3,
  estimatedBills: 0,
  spanRegister: 0n,
};

describe('correctionOf', () => {
  it('takes the register down where nothing of it is billed', () => {
    expect(correctionOf(meter, 600n)).toEqual({ isLower: true, register: 600n, overbilled: 0n });
  });
  it('leaves it where it is billed up to, and tells what was billed too much', () => {
    expect(correctionOf(meter, 380n)).toEqual({ isLower: true, register: 500n, overbilled: 120n });
  });
  it('tells of nothing billed too much before the first bill', () => {
    expect(correctionOf({ ...meter, bills: 0 }, 380n)).toEqual({ isLower: true, register: 500n, overbilled: 0n });
  });
  it('goes by what the meter shows', () => {
    expect(correctionOf({ ...meter, registerOffset: 300n }, 250n)).toMatchObject({ register: 550n });
    expect(correctionOf({ ...meter, registerOffset: 300n }, 600n)).toEqual({ isLower: false, last: 600n });
  });
  it('may go below what was billed on estimates only', () => {
    const afterEstimates = { ...meter, estimatedBills: 1, spanRegister: 400n };
    expect(correctionOf(afterEstimates, 420n)).toEqual({ isLower: true, register: 420n, overbilled: 0n });
  });
  it('refuses one that is not lower', () => {
    expect(correctionOf(meter, 900n)).toEqual({ isLower: false, last: 900n });
  });
});
