/** Who works: the operators, and the PIN that guards settings. */
import type { operators as source } from '../en/operators.ts';

export const operators: Record<keyof typeof source, string> = {
  'reportFile.column.operator': 'WMS: кто отправил',
  'cli.option.operator':
    'ваше имя: записывается с тем, что вы отправили, решили и исправили (или ORDER_IMPORTER_OPERATOR)',
  'error.cli.operator': '«{name}» не подходит как имя оператора: нужно от 1 до 60 символов.',
  'operator.word': 'Кто',
  'operator.none': 'Кто?',
  'operator.menu': 'Кто сейчас работает?',
  'operator.is': 'Работает {name}: сменить',
  'operator.choose': 'Кто сейчас работает: выбрать',
  'operator.nobody': 'Никто не выбран',
  'operator.manage': 'Добавить или убрать имена',
  'operators.title': 'Кто здесь работает',
  'operators.about':
    'Смены работают под одним входом в компьютер. Кто выбран вверху, тот записывается с отправкой, исправлением, решением и повторной отправкой: в отчёте, в списке отправленных заказов и в итогах месяца.',
  'operators.name': 'Имя',
  'operators.add': 'Добавить имя',
  'operators.remove': 'Убрать «{name}»',
  'error.pin.needed': 'Это защищено PIN-кодом.',
  'option.pin.needed': 'Передайте его в переменной ORDER_IMPORTER_PIN.',
  'error.pin.wrong': 'PIN-код неверный. Попробуйте ещё раз.',
  'error.pin.wait':
    'Слишком много неверных PIN-кодов. Следующий можно ввести через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
  'pin.title': 'PIN-код',
  'pin.about':
    'Защищает сервер, ключи доступа, магазины и повторную отправку. Там его и спросят; действует пять минут или пока вверху не выбран другой человек.',
  'pin.about.limits':
    'Он нужен, чтобы смены не изменили это по ошибке. Кто может читать файлы этого компьютера, тот его обойдёт.',
  'pin.isSet': 'PIN-код установлен.',
  'pin.new': 'Новый PIN-код (от 4 до 12 цифр)',
  'pin.set': 'Установить PIN-код',
  'pin.change': 'Сменить PIN-код',
  'pin.remove': 'Убрать PIN-код',
  'pin.enter.title': 'Введите PIN-код',
  'pin.enter.about': 'Сервер, ключи доступа, магазины и повторная отправка здесь защищены.',
  'pin.enter': 'PIN-код',
  'pin.go': 'Продолжить',
  'pin.forgotten': 'PIN-код забыли…',
  'pin.forget.sure':
    'PIN-код будет удалён вместе со всеми ключами доступа этого компьютера. После этого ключи придётся ввести заново: это сделает тот, кто может войти в WMS. Заказы, товары и магазины останутся.',
  'pin.forget.yes': 'Удалить PIN-код и ключи',
};
