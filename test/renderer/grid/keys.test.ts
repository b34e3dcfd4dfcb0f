import { describe, expect, it } from 'vitest';
import { gridCommandOf, isSelectAll, screenCommandOf, type KeyPress } from '../../../renderer/grid/keys.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const ctrl = { ctrlKey: true };

describe('keys of the grid', () => {
  it.each([
    ['undo on a Latin layout', press('z', 'KeyZ', ctrl), 'undo'],
    ['undo on a Russian layout', press('я', 'KeyZ', ctrl), 'undo'],
    ['redo', press('y', 'KeyY', ctrl), 'redo'],
    ['redo on a Russian layout', press('н', 'KeyY', ctrl), 'redo'],
    ['redo as Ctrl+Shift+Z', press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'redo'],
    ['undo on a Mac', press('z', 'KeyZ', { metaKey: true }), 'undo'],
    ['search', press('а', 'KeyF', ctrl), 'search'],
    ['leave out', press('д', 'KeyL', ctrl), 'leaveOut'],
    ['a new item', press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'addRow'],
    ['a new item, on the number pad', press('+', 'NumpadAdd', ctrl), 'addRow'],
    ['a row less', press('-', 'Minus', ctrl), 'removeRow'],
    ['next problem', press('F8', 'F8'), 'nextProblem'],
    ['previous problem', press('F8', 'F8', { shiftKey: true }), 'previousProblem'],
    ['help', press('F1', 'F1'), 'help'],
    ['fix at once', press('Enter', 'Enter', { altKey: true }), 'applyFix'],
    ['order', press('щ', 'KeyO', { altKey: true }), 'showOrder'],
    ['problems', press('з', 'KeyP', { altKey: true }), 'showProblems'],
    ['panel', press('F6', 'F6'), 'otherRegion'],
  ] as const)('%s', (_name, key, command) => {
    expect(gridCommandOf(key)).toEqual({ kind: 'screen', command });
  });

  it('fills down and selects by key position', () => {
    expect(gridCommandOf(press('в', 'KeyD', ctrl))).toEqual({ kind: 'fillDown' });
    expect(gridCommandOf(press('ф', 'KeyA', ctrl))).toEqual({ kind: 'selectAll' });
    expect(isSelectAll(press('ф', 'KeyA', ctrl))).toBe(true);
    expect(isSelectAll(press('A', 'KeyA', { ...ctrl, shiftKey: true }))).toBe(false);
    expect(gridCommandOf(press(' ', 'Space', ctrl))).toEqual({ kind: 'selectColumn' });
    expect(gridCommandOf(press(' ', 'Space', { shiftKey: true }))).toEqual({ kind: 'selectRow' });
  });

  it('leaves copy, cut and paste to the browser', () => {
    for (const code of ['KeyC', 'KeyX', 'KeyV']) expect(gridCommandOf(press('c', code, ctrl))).toBeNull();
  });

  it('types over a cell with any letter', () => {
    for (const text of ['a', 'Қ', 'ʻ', '7', ' ', '='])
      expect(gridCommandOf(press(text, 'KeyA'))).toEqual({ kind: 'edit', text });
    expect(gridCommandOf(press('@', 'KeyV', { ctrlKey: true, altKey: true }))).toEqual({ kind: 'edit', text: '@' });
    expect(gridCommandOf(press('Shift', 'ShiftLeft', { shiftKey: true }))).toBeNull();
    expect(gridCommandOf(press('Dead', 'Quote'))).toBeNull();
  });

  it('edits, clears and moves', () => {
    expect(gridCommandOf(press('F2', 'F2'))).toEqual({ kind: 'edit', text: null });
    expect(gridCommandOf(press('Backspace', 'Backspace'))).toEqual({ kind: 'edit', text: '' });
    expect(gridCommandOf(press('Delete', 'Delete'))).toEqual({ kind: 'clear' });
    expect(gridCommandOf(press('Enter', 'Enter'))).toEqual({ kind: 'enter' });
    expect(gridCommandOf(press('ArrowDown', 'ArrowDown', { shiftKey: true }))).toEqual({
      kind: 'move',
      move: 'down',
      extend: true,
    });
    expect(gridCommandOf(press('Home', 'Home', ctrl))).toEqual({ kind: 'move', move: 'start', extend: false });
    expect(gridCommandOf(press('Tab', 'Tab', { shiftKey: true }))).toEqual({
      kind: 'move',
      move: 'previous',
      extend: false,
    });
  });
});

it('letters alone mean nothing outside of the grid', () => {
  expect(screenCommandOf(press('z', 'KeyZ'))).toBeNull();
  expect(screenCommandOf(press('z', 'KeyZ', ctrl))).toBe('undo');
});
