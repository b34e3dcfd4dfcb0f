import type { values as source } from '../en/values.ts';

export const values: Record<keyof typeof source, string> = {
  'issue.values.isDate':
    '«{value}» — в Excel это дата или время, а здесь нужно другое значение. Задайте ячейке формат «Текстовый» и введите значение заново.',
  'issue.values.isPercent': '«{value}» — это процент. Введите само число.',
  'issue.values.isBoolean': '«{value}» — это логическое значение (да/нет). Введите нужное значение.',
  'issue.values.uncalculated':
    'У формулы в этой ячейке нет результата. Откройте файл в Excel, сохраните и откройте здесь снова или введите значение.',
  'issue.values.sheetError': 'В ячейке ошибка Excel «{value}». Введите значение или исправьте формулу в файле.',
  'issue.values.invisible': 'Невидимые символы удалены. Ничего делать не нужно.',
  'issue.values.orderId.letters':
    '«{value}» — не номер заказа: нужно целое число. Введите номер или присвойте заказам свои номера.',
  'issue.values.orderId.fraction': '«{value}» — не целое число. Введите номер заказа без дробной части.',
  'issue.values.orderId.scientific': '«{value}» сокращено Excel, цифры потеряны. Введите номер заказа полностью.',
  'issue.values.orderId.spaces':
    'В «{value}» между цифрами пробелы: это один номер или несколько? Введите номер заказа без пробелов.',
  'issue.values.orderId.tooLong':
    'В «{value}» больше 15 цифр, остальные Excel теряет. Введите более короткий номер заказа.',
  'issue.values.orderId.notPositive': '«{value}» не может быть номером заказа: нужно число от 1. Введите номер.',
  'issue.values.orderId.large':
    '«{value}» — очень большой номер заказа, WMS может его не принять. Проверьте, что в этом столбце действительно номер заказа.',
  'issue.values.productId.letters':
    '«{value}» — не ID товара в WMS: это должно быть целое число. Введите ID товара или выберите другой столбец.',
  'issue.values.productId.fraction': '«{value}» — не целое число. Введите ID товара без дробной части.',
  'issue.values.productId.scientific': '«{value}» сокращено Excel, цифры потеряны. Введите ID товара полностью.',
  'issue.values.productId.spaces': 'В «{value}» между цифрами пробелы. Введите ID товара без пробелов.',
  'issue.values.productId.tooLong':
    '«{value}» слишком длинно: это не ID товара. Введите номер, который используется в WMS.',
  'issue.values.productId.notPositive':
    '«{value}» не может быть значением «ID товара»: нужно число от 1. Введите номер, который используется в WMS.',
  'issue.values.productId.doubtful':
    '«{value}» больше похоже на штрихкод или код вашего магазина, чем на ID товара в WMS. Проверьте.',
  'issue.values.variationId.letters':
    '«{value}» — не ID вариации в WMS: это должно быть целое число. Введите ID вариации или выберите другой столбец.',
  'issue.values.variationId.fraction': '«{value}» — не целое число. Введите ID вариации без дробной части.',
  'issue.values.variationId.scientific': '«{value}» сокращено Excel, цифры потеряны. Введите ID вариации полностью.',
  'issue.values.variationId.spaces': 'В «{value}» между цифрами пробелы. Введите ID вариации без пробелов.',
  'issue.values.variationId.tooLong':
    '«{value}» слишком длинно: это не ID вариации. Введите номер, который используется в WMS.',
  'issue.values.variationId.notPositive':
    '«{value}» не может быть значением «ID вариации»: нужно число от 1. Введите номер, который используется в WMS.',
  'issue.values.variationId.doubtful':
    '«{value}» больше похоже на штрихкод или код вашего магазина, чем на ID вариации в WMS. Проверьте.',
  'issue.values.numberUnreadable': '«{value}» не удалось прочитать как число. Введите только цифры.',
  'issue.values.numberAmbiguous': '«{value}» можно прочитать двояко. Введите сумму полностью, только цифрами.',
  'issue.values.numberTooLarge': '«{value}» — слишком большое число. Проверьте число и выбран ли нужный столбец.',
  'issue.values.fraction': '«{value}» — не целое число, а здесь ничего не округляется. Введите целое число.',
  'issue.values.otherCurrency': '«{value}» — в другой валюте. Введите сумму в сумах.',
  'issue.values.negative': '«{value}» меньше нуля. Введите число без минуса или исключите заказ, если это возврат.',
  'issue.values.discountPercent':
    '«{value}» — процент, а WMS принимает скидку в сумах. Введите сумму или выберите другой столбец.',
  'issue.values.excelNoise':
    '«{value}» прочитано как {read, number}: лишние цифры возникли при расчёте в Excel. Ничего делать не нужно.',
  'issue.values.thousandsGroup':
    'Точка или запятая перед тремя цифрами прочитана как разделитель тысяч: «{example}» — это {read, number}. Проверьте, верно ли это для столбца.',
  'issue.values.amountWithWords':
    'Слова рядом с суммой опущены: «{example}» — это {read, number}. Способ оплаты в WMS не передаётся.',
  'issue.values.exponent': '«{value}» сокращено Excel и прочитано как {read, number}. Проверьте, не потеряны ли цифры.',
  'issue.values.quantityUnit': '«{value}» — не количество штук. Введите число штук.',
  'issue.values.quantityAmbiguous':
    '«{value}» может означать и одну штуку, и тысячу. Введите количество только цифрами.',
  'issue.values.quantityZero': 'Количество равно 0. Введите 1 или больше либо исключите заказ.',
  'issue.values.quantityLarge': '«{value}» штук — необычно много. Проверьте количество и выбран ли нужный столбец.',
  'issue.values.phoneScientific': '«{value}» сокращено Excel, цифры телефона потеряны. Введите номер полностью.',
  'issue.values.phoneSeveral':
    'В ячейке несколько телефонов: взят {taken}, не взят {others}. Проверьте, тот ли номер выбран.',
  'issue.values.phoneExtracted': 'Из «{value}» взят телефон {taken}. Проверьте, верно ли это.',
  'issue.values.phoneExtension':
    'Телефон отправится без добавочного {extension}. Проверьте, что клиенту можно дозвониться.',
  'issue.values.phoneUnusual':
    '«{value}» — верная длина, но такого кода оператора нет. Проверьте; само по себе ничего не меняется.',
  'issue.values.phoneForeign': '«{value}» — телефон другой страны. Проверьте; само по себе ничего не меняется.',
  'issue.values.phoneLeading8': '«{value}» начинается со старой восьмёрки. Введите номер в виде +998 и девять цифр.',
  'issue.values.phoneUnreadable': '«{value}» — не телефон. Введите его в виде +998 и девять цифр.',
  'issue.values.phoneTooShort':
    '{digits, plural, one {# цифра} few {# цифры} many {# цифр} other {# цифры}} в телефоне «{value}» — мало: после +998 нужно девять. Введите номер полностью.',
  'issue.values.phoneTooLong':
    '{digits, plural, one {# цифра} few {# цифры} many {# цифр} other {# цифры}} в телефоне «{value}» — много: после +998 нужно девять. Введите один номер.',
  'issue.values.dateOnlyTime': '«{value}» — время без дня. Введите дату доставки, например {tomorrow} 14:00.',
  'issue.values.dateNumber': '«{value}» — число, а не дата. Введите дату доставки, например {tomorrow} 14:00.',
  'issue.values.dateWithoutYear':
    'В дате «{value}» нет года, и неясно, какой день имеется в виду. Введите дату с годом.',
  'issue.values.dateYearTaken':
    'Даты без года прочитаны как ближайшие: «{example}» — это {read}. Если имелся в виду другой год, введите дату с годом.',
  'issue.values.dateYearAgo': 'Дата доставки «{value}» — год назад. Введите день с верным годом.',
  'issue.values.dateRelative':
    '«{value}» зависит от дня, когда это написали. Впишите саму дату: предложена та, что получается от сегодняшнего дня.',
  'issue.values.dateDayPart':
    'В «{value}» сказано, в какую часть дня, но не час. Введите и час, например {tomorrow} 14:00.',
  'issue.values.dateUnreadable':
    '«{value}» не удалось прочитать как дату. Введите её, например, так: {tomorrow} 14:00.',
  'issue.values.dateImpossible':
    'Дня «{value}» не существует. Проверьте день и месяц и введите дату в виде день.месяц.год, например {tomorrow}.',
  'issue.values.dateOrder':
    'Даты прочитаны так, что сначала идёт день: «{example}» — это {read}. Если в файле сначала идёт месяц, исправьте даты на вид день.месяц.год, например {tomorrow}.',
  'issue.values.dateWindow': '«{value}» — промежуток времени, взято {taken}. Если нужно другое время, введите его.',
  'issue.values.datePast': 'Дата доставки {date} уже прошла. Проверьте дату.',
  'issue.values.dateFar': 'До даты доставки {date} больше года. Проверьте год.',
  'issue.values.dateMidnight': 'Доставка {date} назначена на полночь (00:00). Если время другое, введите его.',
  'issue.values.textTooLong':
    'В тексте {length, number} симв., а WMS принимает не больше {limit, number}. Сократите его: сам он не обрезается.',
  'issue.values.textDamaged':
    'Буквы в «{value}» потерялись при сохранении файла. Введите текст заново или выберите другую кодировку при открытии файла.',
  'issue.values.textGarbled':
    'Буквы в «{value}» перепутаны{isKnown, select, yes {, скорее всего это «{meant}»} other {}}: текст прочитан не в той кодировке. Исправьте его, а если так выглядит весь файл, выберите другую кодировку при открытии.',
  'issue.values.zipForm': '«{value}» — не почтовый индекс из шести цифр. Проверьте; само по себе ничего не меняется.',
  'issue.values.countryOther': '«{value}» — не Узбекистан. Проверьте страну; само по себе ничего не меняется.',
  'issue.values.statusWord': 'Статус «{value}» прочитан как {status} ({name}). Проверьте, что это одно и то же.',
  'issue.values.statusForeign':
    '«{value}» — статус оплаты или другой системы магазина. Выберите один из статусов WMS, от 1 до 7.',
  'issue.values.statusUnknown': '«{value}» — не статус WMS. Выберите один из его статусов, от 1 до 7.',
  'issue.values.productCode.scientific': '«{value}» сокращено Excel, цифры потеряны. Введите код полностью.',
  'issue.values.percentTooLarge': '«{value}» — больше 100 процентов. Проверьте скидку и то, в процентах ли столбец.',
};
