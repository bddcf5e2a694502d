import { expect, it } from 'vitest';
import { withoutReplaced } from './withoutReplaced.ts';

const bill = (fromDay: number, toDay: number) => ({ fromDay, toDay });

it('leaves out what a later bill has billed again', () => {
  const bills = [bill(190, 220), bill(100, 190), bill(130, 160), bill(100, 130), bill(70, 100)];
  expect(withoutReplaced(bills)).toEqual([bill(190, 220), bill(100, 190), bill(70, 100)]);
});
