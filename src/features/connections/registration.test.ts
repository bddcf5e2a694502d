import { describe, expect, it } from 'vitest';
import { type RegistrationForm, readRegistration } from './registration.ts';

const form: RegistrationForm = {
  number: '102000014330',
  holder: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  category: '1',
  load: '2.5',
  agreement: '1',
  days: '',
  register: '1,234.567',
  date: '2024-07-01',
};
const circumstances = { now: Date.UTC(2024, 6, 1, 12) / 1000, utcOffset: 19_800 };
const problemsOf = (changes: Partial<RegistrationForm>) => {
  const result = readRegistration({ ...form, ...changes }, circumstances);
  return 'problems' in result ? Object.keys(result.problems) : [];
};

it('reads a whole form', () => {
  expect(readRegistration(form, circumstances)).toEqual({
    registration: {
      number: 102000014330n,
      holder: form.holder,
      category: 1,
      loadW: 2_500,
      agreement: 513,
      register: 1_234_567,
      readAt: Date.UTC(2024, 6, 1) / 1000 - 19_800,
    },
  });
});

it.each<[Partial<RegistrationForm>, number]>([
  [{ agreement: '12' }, 524],
  [{ agreement: 'days', days: '45' }, 45],
  [{ agreement: 'prepaid' }, 0],
])('reads the agreement %j', (changes, agreement) => {
  expect(readRegistration({ ...form, ...changes }, circumstances)).toMatchObject({ registration: { agreement } });
});

describe('names the field that is wrong', () => {
  it.each<[keyof RegistrationForm, Partial<RegistrationForm>]>([
    ['number', { number: '' }],
    ['number', { number: '0' }],
    ['number', { number: '12a' }],
    ['holder', { holder: null }],
    ['category', { category: '' }],
    ['load', { load: '0' }],
    ['load', { load: '5 kW' }],
    ['load', { load: '4294967.296' }],
    ['days', { agreement: 'days', days: '512' }],
    ['days', { agreement: 'days', days: '' }],
    ['register', { register: '-1' }],
    ['register', { register: '1.2345' }],
    ['date', { date: '' }],
    ['date', { date: '2024-02-30' }],
    ['date', { date: '2024-07-02' }],
  ])('%s in %j', (field, changes) => expect(problemsOf(changes)).toEqual([field]));

  it('all of them at once', () =>
    expect(problemsOf({ number: '', load: '', date: '' })).toEqual(['number', 'load', 'date']));
});
