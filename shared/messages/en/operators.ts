/** Who works: the operators, and the PIN that guards settings. */
export const operators = {
  'reportFile.column.operator': 'WMS: who sent',
  'cli.option.operator': 'your name, written down with what you send, settle and correct (or ORDER_IMPORTER_OPERATOR)',
  'error.cli.operator': '«{name}» is no name of an operator: it has 1 to 60 characters.',
  'operator.word': 'Who',
  'operator.none': 'Who?',
  'operator.menu': 'Who is working now?',
  'operator.is': '{name} is working: change',
  'operator.choose': 'Who is working now: choose',
  'operator.nobody': 'Nobody chosen',
  'operator.manage': 'Add or remove names',
  'operators.title': 'Who works here',
  'operators.about':
    'Shifts share one login of the computer. Whoever is chosen at the top is written down with what is sent, corrected, settled and sent again: in the report, the list of sent orders and the month.',
  'operators.name': 'Name',
  'operators.add': 'Add name',
  'operators.remove': 'Remove «{name}»',
  'error.pin.needed': 'This is guarded by a PIN.',
  'option.pin.needed': 'Give it in the variable ORDER_IMPORTER_PIN.',
  'error.pin.wrong': 'This PIN is not right. Try again.',
  'error.pin.wait':
    'Too many wrong PINs. The next one can be given in {seconds, plural, one {# second} other {# seconds}}.',
  'pin.title': 'PIN',
  'pin.about':
    'Guards server, access keys, shops and sending a second time. It is asked for there, and counts for five minutes or until somebody else is chosen at the top.',
  'pin.about.limits':
    'It keeps shifts from changing these by mistake. Whoever may read this computer’s files can get round it.',
  'pin.isSet': 'There is a PIN.',
  'pin.new': 'New PIN (4 to 12 digits)',
  'pin.set': 'Set PIN',
  'pin.change': 'Change PIN',
  'pin.remove': 'Remove PIN',
  'pin.enter.title': 'The PIN, please',
  'pin.enter.about': 'Server, access keys, shops and sending a second time are guarded here.',
  'pin.enter': 'PIN',
  'pin.go': 'Continue',
  'pin.forgotten': 'The PIN was forgotten…',
  'pin.forget.sure':
    'The PIN is removed together with every access key of this computer. After that the keys have to be given anew: by whoever can sign in to the WMS. Orders, products and shops stay.',
  'pin.forget.yes': 'Remove PIN and keys',
} as const satisfies Record<string, string>;
