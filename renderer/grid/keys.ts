/**
 * Translates key presses into commands of the grid and the review. Letters are recognised by their place on the keyboard
 * (`code`), so that Ctrl+Z works under a Russian or an Uzbek layout; named keys by their name.
 */
import type { Move } from './selection.ts';

export type GridCommand =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  /** `text` null: edit what the cell holds; else begin with this text. */
  | { readonly kind: 'edit'; readonly text: string | null }
  | { readonly kind: 'clear' | 'fillDown' | 'selectAll' | 'selectRow' | 'selectColumn' | 'enter' | 'escape' }
  /** A command for the screen around the grid. */
  | { readonly kind: 'screen'; readonly command: ScreenCommand };

export type ScreenCommand =
  | 'undo'
  | 'redo'
  | 'nextProblem'
  | 'previousProblem'
  | 'search'
  | 'replace'
  | 'help'
  | 'applyFix'
  | 'openFix'
  | 'leaveOut'
  | 'leaveOutRows'
  | 'addRow'
  | 'removeRow'
  | 'showOrder'
  | 'showProblems'
  | 'showHistory'
  | 'facets'
  | 'sort'
  | 'fold'
  | 'unfold'
  | 'foldAll'
  | 'otherRegion';

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const plainMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};
const controlMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'rowStart',
  ArrowRight: 'rowEnd',
  Home: 'start',
  End: 'end',
};
const controlLetters: Readonly<Record<string, ScreenCommand>> = {
  KeyZ: 'undo',
  KeyY: 'redo',
  KeyF: 'search',
  KeyH: 'replace',
  KeyL: 'leaveOut',
  NumpadAdd: 'addRow',
  Minus: 'removeRow',
  NumpadSubtract: 'removeRow',
};
const controlShiftLetters: Readonly<Record<string, ScreenCommand>> = {
  KeyZ: 'redo',
  KeyL: 'leaveOutRows',
  Equal: 'addRow',
};
const altKeys: Readonly<Record<string, ScreenCommand>> = {
  KeyO: 'showOrder',
  KeyP: 'showProblems',
  KeyH: 'showHistory',
  KeyF: 'facets',
  KeyS: 'sort',
  Minus: 'fold',
  NumpadSubtract: 'fold',
  Equal: 'unfold',
  NumpadAdd: 'unfold',
  Digit0: 'foldAll',
};

const screen = (command: ScreenCommand): GridCommand => ({ kind: 'screen', command });

/** The command of keys that work anywhere on the review (also in the search box, the panel), unless a cell is being edited. */
export function screenCommandOf(press: KeyPress): ScreenCommand | null {
  if (press.key === 'F8') return press.shiftKey ? 'previousProblem' : 'nextProblem';
  if (press.key === 'F1') return 'help';
  if (press.key === 'F6') return 'otherRegion';
  if (press.altKey) return isControl(press) ? null : (altKeys[press.code] ?? null);
  if (!isControl(press)) return null;
  return (press.shiftKey ? controlShiftLetters : controlLetters)[press.code] ?? null;
}

/** Whether the keys select everything; the browser would mark the texts of the whole page. */
export function isSelectAll(press: KeyPress): boolean {
  return isControl(press) && !press.altKey && !press.shiftKey && press.code === 'KeyA';
}

/** The command of a key while the grid has the focus and no cell is being edited; null: not ours. */
export function gridCommandOf(press: KeyPress): GridCommand | null {
  const { key, code, shiftKey, altKey } = press;
  const onScreen = screenCommandOf(press);
  if (onScreen) return screen(onScreen);
  if (altKey && key === 'Enter') return screen('applyFix');
  // Windows gives AltGr as Control and Alt: what it types (ʻ on some Uzbek layouts) is text.
  if (altKey) return isControl(press) && isText(key) ? { kind: 'edit', text: key } : null;
  if (isSelectAll(press)) return { kind: 'selectAll' };
  if (isControl(press)) return controlCommand(press);
  const move = plainMoves[key];
  if (move) return { kind: 'move', move, extend: shiftKey };
  if (key === 'Tab') return { kind: 'move', move: shiftKey ? 'previous' : 'next', extend: false };
  if (key === 'Enter') return shiftKey ? { kind: 'move', move: 'up', extend: false } : { kind: 'enter' };
  if (key === 'F2') return { kind: 'edit', text: null };
  if (key === 'Escape') return { kind: 'escape' };
  if (key === 'Delete') return { kind: 'clear' };
  if (key === 'Backspace') return { kind: 'edit', text: '' };
  if (code === 'Space' && shiftKey) return { kind: 'selectRow' };
  return isText(key) ? { kind: 'edit', text: key } : null;
}

function controlCommand({ key, code, shiftKey }: KeyPress): GridCommand | null {
  const move = controlMoves[key];
  if (move) return { kind: 'move', move, extend: shiftKey };
  if (code === 'KeyD') return { kind: 'fillDown' };
  if (code === 'Space') return { kind: 'selectColumn' };
  return null;
}

/** On a Mac the command key does what Control does elsewhere. */
function isControl(press: KeyPress): boolean {
  return press.ctrlKey || press.metaKey;
}

/** Whether it is a character, not a key's name: names are longer and of Latin letters. */
function isText(key: string): boolean {
  return [...key].length === 1;
}
