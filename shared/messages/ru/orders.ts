import type { orders as source } from '../en/orders.ts';

/** The field's name within a sentence. */
export const field = `{field, select,
  order_id {номер заказа} scheduled_at {дата доставки} fulfillment_status {статус} full_name {ФИО} phone {телефон} address {адрес}
  region {область} country {страна} city {город/район} zip {индекс} client_product_id {ID товара} client_product_variation_id {ID вариации}
  quantity {количество} price {цена} discount {скидка} final_price {итоговая цена} product_code {код товара} product_name {название товара}
  other {значение}}`;

export const orders: Record<keyof typeof source, string> = {
  'issue.orders.blank': `Нет значения: ${field}. Заполните.`,
  'issue.orders.twoCustomers':
    'В строке {row} тот же номер заказа, что в строке {first}, но другой клиент («{name}», а не «{other}»). Заказ не уйдёт, пока они вместе: дайте этой строке свой номер или исключите её.',
  'issue.orders.sameOrderTwice':
    'Один и тот же телефон, товары и дата стоят под двумя номерами: {first} (строка {firstRow}) и {later} (строка {laterRow}). Само ничего не исключается: если это один заказ, исключите {later}.',
  'issue.orders.sameOrderSent':
    'У заказа {earlier} из «{fileName}» (строка {earlierRow}) те же телефон, товары и дата; он отправлен {at}. Если в строке {row} тот же заказ, исключите его.',
  'issue.orders.manyAlike':
    'Больше {most} заказов, начиная с {first} (строка {firstRow}), — с одним телефоном, товарами и датой. Если для этого клиента это не обычное дело, просмотрите их до отправки.',
  'issue.orders.conflict': `В строках одного заказа разные значения (${field}). Строка {values}. Выберите одно значение для всех.`,
  'issue.orders.idSpellings':
    'Один и тот же номер заказа написан по-разному. Строка {values}. Если это один заказ, напишите везде {text}; если разные, дайте одному другой номер.',
  'issue.orders.headRow': 'В первой строке этого заказа указано только, чей он: его товары — в строках под ней.',
  'issue.orders.idFromAbove':
    'Номер заказа и данные клиента пусты: строка принята за ещё одну позицию заказа выше. Если это отдельный заказ, впишите его номер.',
  'issue.orders.numberOnSheets':
    'Номер заказа {number} стоит на нескольких листах: {rows}. Если заказ перенесли, исключите прежние строки; если это другой заказ, дайте ему свой номер.',
  'issue.orders.rowsApart':
    'Строки этого заказа стоят не подряд (строки {rows}). Они уйдут одним заказом; если заказов два, дайте одному другой номер.',
  'issue.orders.noId': 'Нет номера заказа. Заполните.',
  'issue.orders.manyItems':
    '{count, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}} в одном заказе, больше {limit}. Проверьте, точно ли это один заказ.',
  'issue.orders.sameProduct':
    'Товар {value} стоит в этом заказе дважды (ещё в строке {row}). Если это ошибка, исключите одну строку или сложите количества.',
  'issue.orders.priceCounted': '«{value}» прочитано как цена за штуку: {price, number}.',
  'issue.orders.priceZero': 'Цена равна 0. Если это не подарок, исправьте её.',
  'issue.orders.lineSum':
    'Числа не сходятся: цена {price, number}, скидка {discount, number}, итоговая цена {finalPrice, number}, количество {quantity, number}. Проверьте их; отправятся они как есть.',
  'issue.orders.finalPriceNegative': 'Скидка больше цены: осталось бы {value, number}. Исправьте цену или скидку.',
  'issue.orders.priceNotWhole':
    'Итоговая цена и скидка (вместе {value, number}) не делятся на количество без остатка. Впишите цену.',
  'issue.orders.notSendable':
    'WMS не примет этот заказ ({field}). Проверьте его значения; если они верны, передайте эту фразу в поддержку.',
  'issue.orders.statusNotAllowed':
    'Заказ нельзя создать со статусом {value}. Поставьте 1 (новый) или 5 (запланирован), исключите заказ или разрешите другие статусы в сохранённых настройках.',
  'issue.orders.dateRequired':
    'Запланированному заказу (статус 5) нужна дата доставки. Впишите её или поставьте статус 1 (новый).',
  'issue.orders.regionUnknown': 'Область «{value}» не найдена. Проверьте написание; само по себе ничего не меняется.',
  'issue.orders.regionUnknownSuggested':
    'Область «{value}» не найдена. Возможно, {suggestion}? Без изменений останется как написано.',
  'issue.orders.regionAmbiguous':
    '«{value}» может значить {regions}. Уйдёт как написано; если это важно, напишите полностью.',
  'issue.orders.cityUnknownSuggested':
    'Город или район «{value}» не найден. Возможно, {suggestion}? Без изменений останется как написано.',
  'issue.orders.cityElsewhere': '«{value}» находится в другой области: {regions}. Проверьте город и область.',
  'issue.orders.zipElsewhere': 'Индекс {value} не относится к области {region}. Проверьте индекс и область.',
  'issue.orders.partedRow':
    'В строке {row} ниже нет номера заказа: возможно, это товар из этого заказа, от которого её отделяет другая строка. Впишите номер или исключите строку.',
  'issue.orders.totalRow': 'Это итоговая строка, она не отправляется. Если это заказ, впишите его номер.',
  'issue.orders.repeatedHeading': 'Это заголовки, а не заказ; строка не отправляется.',
  'issue.orders.exampleRow': 'Это строка-пример из шаблона; она не отправляется.',
  'issue.orders.cancelledHead':
    'Похоже, под этой строкой стоят отменённые, возвращённые или уже выполненные заказы. Они задержаны, пока вы не исключите их или не решите всё равно отправить.',
  'issue.orders.titleRow': 'Эта строка стоит над заголовками своего листа, она не отправляется.',
  'issue.orders.noteRow':
    'В этой строке нет заказа (примечание, подпись или скопированная формула), она не отправляется. Если это заказ, впишите его номер или товар с ценой.',
  'issue.orders.noIdColumn':
    'Ни в одном столбце нет номера заказа. Выберите столбец, или пусть каждая строка станет отдельным заказом с номерами от заданного числа.',
  'option.orders.maybeSentBefore':
    'В терминале, если магазин присылает только новые заказы: --rule listKind=newOnly. Иначе ответьте в окне программы.',
  'option.orders.noIdColumn':
    '(--map "Заголовок=order_id", --every-row НАЧАЛО или --set order_id=НОМЕР, если весь лист — один заказ)',
  'issue.orders.missingField': `Ни в одном столбце нет: ${field}. Выберите столбец или задайте одно значение для всех заказов.`,
  'option.orders.missingField': '(--map "Заголовок={field}" или --set {field}=ЗНАЧЕНИЕ)',
  'issue.orders.deliveryDateQuestion':
    'У {count, plural, one {# заказа} few {# заказов} many {# заказов} other {# заказа}} нет даты доставки. Выберите столбец с датой, задайте одну дату для всех (можно «завтра 14:00») или отправьте их как новые (статус 1) без даты.',
  'option.orders.deliveryDateQuestion':
    '(--map "Заголовок=scheduled_at", --set scheduled_at="завтра 14:00" или --set fulfillment_status=1)',
  'issue.orders.deliveryDayBeside':
    'У {count, plural, one {# заказа} few {# заказов} many {# заказов} other {# заказа}} нет своей даты доставки, но рядом с заказами написано «{example}». Это и есть день доставки?',
  'option.orders.deliveryDayBeside':
    '(--rule standingDays=on, --map "Заголовок=scheduled_at" или --set scheduled_at="завтра 14:00")',
  'issue.orders.settledDaysPast':
    'Даты доставки взяты из «{heading}», как решено для этого магазина, но эти дни прошли, а дни в «{other}» ещё впереди.',
  'issue.orders.undatedOrders':
    'У {count} из {of} заказов нет даты доставки, хотя у других она есть. Они уйдут как новые (статус 1), без даты; или задайте для них одну дату.',
  'issue.orders.standingDays': 'День доставки взят из надписи рядом с заказами: «{example}».',
  'issue.orders.defaultTime':
    'У {count, plural, one {# даты} few {# дат} many {# дат} other {# даты}} доставки нет времени; взято {time}. Если нужно другое, укажите его.',
  'issue.orders.foreignStatuses':
    'В столбце «{heading}» у {count, plural, one {# заказа} few {# заказов} many {# заказов} other {# заказа}} стоят статусы магазина: по нему видны только отменённые. Остальные уйдут как запланированные (5) при наличии даты доставки, иначе как новые (1).',
  'issue.orders.cancelled':
    'Заказов с отметкой об отмене или возврате: {count, plural, one {#} few {#} many {#} other {#}} ({count, plural, =1 {строка} one {строки} few {строки} many {строки} other {строки}} {rows}). Они не отправляются, пока вы не решите: исключить их все или всё равно отправить.',
  'option.orders.cancelled': '(--rule cancelledOrders=send отправит их)',
  'issue.orders.cancelledSent':
    'Заказов с отметкой об отмене или возврате: {count, plural, one {#} few {#} many {#} other {#}}. Они всё равно отправляются: так решено для этого файла. Если это ошибка, исключите их.',
  'issue.orders.cancelledOrder':
    'В таблице этот заказ отмечен как отменённый или возвращённый. Он не отправляется, пока вы его не исключите или не решите всё равно отправлять такие заказы.',
  'issue.orders.cancelledRow':
    'Эта строка отмечена как отменённая или возвращённая, а другие строки заказа нет. Если отменён только этот товар, исключите строку; если её нужно отправить, сотрите отметку.',
  'issue.orders.noteMentions':
    'В примечании говорится об отмене или возврате: «{value}». Прочитайте его: заказ уйдёт как все, если вы его не исключите.',
  'issue.orders.cellMentions':
    'Похоже, в этой ячейке говорится об отмене или возврате: «{value}». Прочитайте её: заказ уйдёт как все, если вы его не исключите.',
  'issue.orders.struckRow':
    'Строка в файле зачёркнута целиком; часто это значит «сделано». Она уйдёт как все, если вы её не исключите.',
  'issue.orders.columnsExchanged':
    'Похоже, цена и скидка перепутаны: в {count, plural, one {# строке} few {# строках} many {# строках} other {# строки}} числа сходятся только наоборот. Если так, поменяйте столбцы местами; без изменений они уйдут как есть.',
  'issue.orders.discountPerLine':
    'Похоже, скидка и итоговая цена даны за всю строку, а не за штуку ({count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}). Если так, измените чтение: от него зависят вычисляемые числа и суммы.',
  'issue.orders.discountPerUnit':
    'Похоже, скидка и итоговая цена даны за штуку, а не за всю строку ({count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}). Если так, измените чтение: от него зависят вычисляемые числа и суммы.',
  'issue.orders.noDiscount': 'Скидки нет ни в одном столбце: отправляется 0 (позиций: {count}).',
  'issue.orders.noHeading':
    'Ни одна строка не похожа на заголовки. Выберите строку заголовков или назначьте каждый столбец сами.',
  'issue.orders.noRows': 'Под заголовками нет строк. Проверьте, тот ли это лист и верно ли выбрана строка заголовков.',
  'issue.orders.beingSent':
    'Заказ с этим номером прямо сейчас отправляется из «{fileName}» ({at}). Подождите, пока это закончится.',
  'issue.orders.sentUnknown':
    'Заказ с этим номером отправлен из «{fileName}» ({at}), но ответ потерян. Сначала выясните там, что с ним: он может уже быть в WMS.',
  'issue.orders.idTaken':
    'WMS уже отклонила этот номер как занятый (из «{fileName}», {at}). Проверьте его в WMS или дайте заказу другой номер.',
  'issue.orders.cancelledAfterSending':
    'В файле он отменён или возвращён, но уже отправлен и принят (из «{fileName}», {at}), и отсюда его не отменить. Оставьте в WMS как есть: он попадёт в список для сотрудников WMS.',
  'issue.orders.sentBefore':
    'Заказ с этим номером уже принят с другим содержанием (из «{fileName}», {at}). Оставьте его в WMS как есть или дайте другой номер, если это новый заказ.',
  'issue.orders.possibleRepeat':
    'Такой же заказ уже отправлен (номер {number}, из файла «{fileName}», {at}). Его заказали ещё раз? Пока вы не ответите, он не уйдёт.',
  'issue.orders.maybeSentBefore':
    'Возможно, это один из заказов, отправленных из файла «{fileName}» ({at}): их данные уже удалены, и сравнить не с чем. Укажите для каждого заказа, новый он или уже отправлен; до этого он не уйдёт. Спрашиваем один раз.',
  'issue.orders.changedAfterSending':
    'Заказ этого клиента уже отправлен, но с другим содержанием (номер {number}, из файла «{fileName}», {at}). Если это тот же заказ, оставьте в WMS как есть; если новый, укажите это.',
  'issue.orders.sentUnderOurNumber':
    'Этот заказ уже отправлен под нашим номером {number}, когда у магазина для него ещё не было номера (из «{fileName}», {at}). Повторно не отправляется. Если это другой заказ, укажите это.',
  'issue.orders.alreadySent':
    'Уже отправлен и принят с тем же содержанием (из «{fileName}», {at}). Повторно не отправляется.',
  'reason.orders.chosen': 'Выбрано вами.',
  'reason.orders.profile': 'Известно из сохранённых настроек.',
  'reason.orders.replaced': `Выбран другой столбец (${field}).`,
  'error.orders.editDone': 'Заказ {order} уже принят, здесь его изменить нельзя. Измените его в WMS.',
  'error.orders.editUnderWay':
    'Заказ {order} отправляется, или ещё неизвестно, что с ним. Изменить его можно будет, когда это выяснится.',
  'error.orders.editRow':
    'Строку {row} здесь изменить нельзя: она не из строк под заголовками. Выберите строку таблицы.',
  'error.orders.editApart':
    'Строка {row}, столбец {column}: введённое не удалось разобрать на части, а отправляются только части. Впишите каждую в её столбец, правее: {parts}.',
  'error.orders.editColumn': 'В листе нет такого столбца. Вставьте меньше столбцов или начните левее.',
  'error.orders.noSuchOrder': 'Заказа {order} больше нет в этом файле. Вернитесь к списку.',
  'issue.orders.productUnmapped':
    '{keyKind, select, code {Кода} other {Товара}} «{value}» нет в таблице товаров. Один раз укажите, какой это товар в WMS: это подействует на все строки.',
  'option.orders.productUnmapped': '(--products ФАЙЛ или products import ФАЙЛ)',
  'issue.orders.productUnmappedSuggested':
    '{keyKind, select, code {Кода} other {Товара}} «{value}» нет в таблице товаров. Это «{suggestion}» (товар {product})? Если нет, укажите, какой это товар в WMS.',
  'issue.orders.productDiffers':
    '«{value}» — это товар {product}, а «{name}» в той же строке — товар {other}. Взят {product}; проверьте строку или таблицу товаров.',
  'issue.orders.noTablePrice':
    'Цены для «{value}» нет ни в файле, ни в таблице товаров. Добавьте её в таблицу товаров.',
  'option.orders.noTablePrice': '(products import ФАЙЛ)',
  'issue.orders.percentNotWhole':
    '{value} процентов от {price, number} — не целое число сумов, а здесь ничего не округляется. Исправьте скидку или цену.',
  'issue.orders.splitDiscount':
    'Скидка {value, number} дана сразу на {count, plural, one {# товар} few {# товара} many {# товаров} other {# товара}}, её нельзя разделить. Уберите её или запишите каждый товар отдельной строкой.',
  'issue.orders.splitQuantity':
    'Количество {value} не совпадает с тем, что сказано в ячейке товаров ({sum}). Проверьте.',
  'issue.orders.regionNotInAddress':
    'В адресе не нашлось области. Впишите область в адрес («Бухарская область, …») или выберите для неё столбец.',
  'issue.orders.regionInAddressAmbiguous':
    'В адресе сказано только «Ташкент»: город или область? Впишите в адрес, что имеется в виду.',
  'issue.orders.unnumbered': 'У заказа «{value}» пока нет номера. Откройте файл ещё раз.',
  'issue.orders.sharedNumber':
    'У заказа «{value}» и ещё одного один и тот же наш номер: были потеряны данные. Он не уйдёт, потому что может уже быть в WMS. Если сотрудники WMS его не найдут, впишите в строку другой номер.',
  'issue.orders.letteredIds':
    'В {count, plural, one {# номере} few {# номерах} many {# номерах} other {# номера}} заказа есть буквы, а WMS принимает только целые числа. Каждому заказу можно дать свой номер; завтра у того же заказа будет тот же номер.',
  'option.orders.letteredIds': '(--own-numbers НАЧАЛО)',
  'issue.orders.ownNumbers':
    'Заказы получают свои номера: «{id}» — это {number}. Завтра у того же заказа будет тот же номер.',
  'issue.orders.everyRow':
    'Номеров заказов нет: каждый заказ узнаётся по содержанию, а новые получают наши номера, здесь с {start} по {end}.',
  'issue.orders.listKind':
    'Из файла уже отправлено без изменений: {same}, похожи на прежние: {similar}. Магазин присылает весь список или только новые заказы?',
  'issue.orders.twoColumns': `Подходят два столбца (${field}): взят «{heading}», не взят «{other}». Выберите один.`,
  'issue.orders.dateOrderQuestion':
    '{count, plural, one {# дату} few {# даты} many {# дат} other {# даты}} вроде 3/4/2026 можно прочитать двояко, и в столбце нет подсказки. Они прочитаны как «день впереди»; если впереди месяц, укажите это.',
  'issue.orders.toshkentQuestion':
    'В {count, plural, one {# заказе} few {# заказах} many {# заказах} other {# заказа}} сказано только «Ташкент». Это город или область? Пока не указано, уйдёт как написано.',
  'issue.orders.regionFromAddressQuestion':
    'Столбца с областью нет, но она названа в {found} из {looked} адресов. Взять её из адреса? Найденное видно в каждом заказе.',
  'option.orders.regionFromAddressQuestion': '(--rule regionFromAddress=on или --map "Заголовок=region")',
  'issue.orders.regionFromAddress':
    'У {count, plural, one {# заказа} few {# заказов} many {# заказов} other {# заказа}} область взята из адреса. Проверьте перед отправкой.',
  'issue.orders.cellsTakenApart':
    'В каждой ячейке столбца «{heading}» несколько сведений. Они разобраны на {parts}: «{example}» — это {read}. Проверьте несколько заказов перед отправкой.',
  'option.orders.cellsTakenApart': '(--rule mixedCells=apart или --rule mixedCells=asIs)',
  'issue.orders.cellsApart':
    'Ячейки столбца «{heading}» разобраны на {parts}, как было решено: «{example}» — это {read}.',
  'issue.orders.splitQuestion':
    'В {count, plural, one {# ячейке} few {# ячейках} many {# ячейках} other {# ячейки}} перечислены товары, например «{example}». Сделать каждый отдельной позицией: {parts}?',
  'option.orders.splitQuestion': '(--rule splitItems=on или --rule splitItems=off)',
  'issue.orders.itemsSplit':
    'Ячейки с перечнем товаров разделены: «{example}» — это {parts}. Проверьте позиции перед отправкой.',
  'issue.orders.codesAreNumbers':
    'Все коды в столбце «{heading}» — простые числа. Если это ID товаров самой WMS, возьмите их так; если нет, каждый связывается в таблице товаров.',
  'issue.orders.percentColumn':
    '«{heading}» даёт скидку в процентах ({count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}), а WMS принимает сумы. Её можно вычислить из цены; пока скидка не отправляется.',
  'issue.orders.percentCells':
    'В «{heading}» стоят проценты ({count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}), а WMS принимает сумы. Скидку можно вычислить из цены; до этого такие заказы не отправляются.',
  'issue.orders.discountsArePercent': 'В «{heading}» стоят проценты: скидка в сумах вычислена из цены.',
  'issue.orders.orderDiscountColumn':
    '«{heading}» — скидка на весь заказ ({count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}), а WMS принимает скидку на каждый товар. Она не отправляется; если она относится к товару строки, возьмите её.',
  'issue.orders.headingRenamed':
    'В файлах «{profile}» этот столбец назывался «{from}», теперь «{to}». Он принят за тот же; проверьте.',
  'issue.orders.headingsAdded':
    'Столбцы, которых раньше не было в файлах «{profile}»: {headings}. Проверьте, чем они стали.',
  'issue.orders.headingsGone':
    'Нет столбцов, которые всегда были в файлах «{profile}»: {headings}. Проверьте, тот ли это файл.',
  'answer.wholeList': 'Каждый раз весь список',
  'answer.newOnly': 'Только новые заказы',
  'answer.everyRow': 'Каждая строка — отдельный заказ, первый номер:',
  'answer.ownNumbers': 'Свои номера, начиная с:',
  'answer.numbersFromColumn': 'Взять номера из столбца',
  'answer.undatedAsNew': 'Отправить их как новые, без даты',
  'answer.standingDays': 'Взять дни, написанные рядом с заказами',
  'answer.noStandingDays': 'Это не дни доставки',
  'answer.sendAsNew': 'Отправить как новые, без даты',
  'answer.dayFirst': 'День впереди: 3/4 — 3 апреля',
  'answer.monthFirst': 'Месяц впереди: 3/4 — 4 марта',
  'answer.toshkentCity': 'Город (Toshkent shahri)',
  'answer.toshkentRegion': 'Область (Toshkent viloyati)',
  'answer.toshkentAsTyped': 'Отправить как написано',
  'answer.regionFromAddress': 'Взять область из адреса',
  'answer.regionNotFromAddress': 'Нет, не из адреса',
  'answer.cellsApart': 'Да, разбирать такие ячейки',
  'answer.cellsAsIs': 'Нет, оставить ячейки как есть',
  'answer.splitItems': 'Разделить на позиции',
  'answer.keepItems': 'Оставить ячейку одним товаром',
  'answer.statusAuto': 'Только узнавать по нему отменённые',
  'answer.statusFromColumn': 'Отправлять статусы этого столбца',
  'answer.sendCancelled': 'Всё равно отправить',
  'answer.defaultTime': 'Время доставки',
  'answer.discountPerUnit': 'Читать скидку и итоговую цену как цену за штуку',
  'answer.discountPerLine': 'Читать скидку и итоговую цену как сумму за всю строку',
  'error.orders.noNumberToAdd':
    'Сюда нельзя добавить строку: в строках этого заказа нет его номера. Сначала выберите столбец с номерами заказов на шаге «Столбцы».',
  'error.orders.tooManyAdded':
    'В этот файл уже добавлено {most, number} строк, это наибольшее число. Остальные заказы положите в отдельный файл.',
  'issue.orders.waits': `Этот заказ ждёт ответа на вопрос о файле (${field}). Вопрос — на шаге «Столбцы».`,
  'issue.orders.pricesLookSmall':
    'Цены вроде {value, number} вряд ли в сумах. Они указаны в тысячах? Пока вы не ответите, эти заказы задержаны.',
  'issue.orders.discountsInThousands':
    'По заголовку скидки указаны в тысячах сумов, а цены — в сумах: каждая скидка умножается на 1000.',
  'issue.orders.pricesInThousands': 'По заголовку цены указаны в тысячах сумов: каждая умножается на 1000.',
  'issue.orders.discountsLookPercent':
    'В «{heading}» числа вроде {discount} при ценах вроде {price, number}: это проценты? Пока вы не ответите, эти заказы задержаны.',
  'issue.orders.datesLookExchanged':
    'Похоже, Excel поменял местами день и месяц в ячейках дат: рядом с текстом «{text}» стоит {shown}, а это может быть {meant}. Пока вы не ответите, эти заказы задержаны.',
  'issue.orders.allDatesLookExchanged':
    'Похоже, Excel поменял местами день и месяц во всех ячейках дат: {shown} вряд ли день доставки, а {meant} подходит. Пока вы не ответите, эти заказы задержаны.',
  'issue.orders.otherCurrency':
    'По таблице эта цена в «{value}», а WMS принимает сумы. Укажите цену в сумах и сотрите валюту или исключите заказ.',
  'issue.orders.otherUnit': 'В таблице считают в «{value}», а WMS — в штуках. Впишите число штук вместо {quantity}.',
  'issue.orders.detailNotSent':
    '«{value}» не отправляется: размер, цвет и вид WMS знает только по ID вариации. Добавьте товар вместе с этим в таблицу товаров или укажите ID вариации.',
  'issue.orders.totalDiffers':
    'Итог в таблице — {value, number}, а цена, количество и скидка дают {sum, number}. Проверьте; отправляется как есть.',
  'answer.priceInThousands': 'Цены в тысячах сумов',
  'answer.priceInSom': 'Цены в сумах, как написано',
  'answer.discountIsSum': 'Скидка в сумах',
  'answer.datesExchanged': 'Поменять день и месяц обратно',
  'answer.datesAsTheyAre': 'Даты верны, как написаны',
  'issue.orders.priceThousandth':
    'Цена {value, number} — тысячная доля остальных цен. Возьмите {suggestion, number} или укажите, что цены верны как написаны.',
  'issue.orders.pickupPoint':
    'В таблице для этого заказа указан пункт выдачи: «{value}». Возьмите его адрес или впишите верный.',
  'issue.orders.correctedRow': 'Эта строка помечена как исправленная. Исключите прежние строки ({rows}) или эту.',
  'issue.orders.priceWithVat':
    'Цены указаны с НДС и без него. Взят столбец «{heading}», а не «{other}». Укажите, какую цену платит клиент.',
  'issue.orders.marked':
    '{why, select, done {По таблице этот заказ уже выполнен или доставлен («{value}»)} unpaid {По таблице этот заказ ещё не оплачен («{value}»)} draft {По таблице это черновик, проба или образец («{value}»)} pickup {Этот заказ клиент забирает сам («{value}»)} abroad {Этот заказ — в другую страну («{value}»)} cancelled {По таблице этот заказ отменён ({value})} other {По таблице этот заказ не надо отправлять («{value}»)}}. Он задержан, пока вы не исключите его или не решите отправлять такие заказы.',
  'issue.orders.markedOrders':
    '{count, plural, one {# заказ помечен} few {# заказа помечены} many {# заказов помечены} other {# заказа помечены}} так, что отправлять не надо ({count, plural, =1 {строка} one {строки} few {строки} many {строки} other {строки}} {rows}). Они задержаны, пока вы не решите: исключить их все или всё равно отправить.',
  'option.orders.markedOrders': '(--rule markedOrders=send отправляет их)',
  'issue.orders.markedSent':
    '{count, plural, one {# заказ помечен} few {# заказа помечены} many {# заказов помечены} other {# заказа помечены}} так, что отправлять не надо, но отправляются, как решено для этого файла. Исключите их, если это ошибка.',
  'issue.orders.noteChanges':
    '{about, select, scheduled_at {Примечание, возможно, переносит доставку} other {Примечание, возможно, вычёркивает товар}}: «{value}». Прочитайте; заказ отправляется как есть.',
  'issue.orders.noteMovesDay':
    'В примечании доставка перенесена: «{value}». Возьмите {suggestion} или оставьте заказы так, как в столбцах.',
  'issue.orders.noteStrikesWare':
    'В примечании товар вычеркнут: «{value}» (строка {rows}). Исключите его или оставьте заказы так, как в столбцах.',
  'issue.orders.repeatedRow':
    'Все ячейки этой строки такие же, как в строке {row}. Если она вставлена дважды, исключите её или укажите, что одинаковые строки — отдельные штуки.',
  'answer.notesAsWritten': 'Верить столбцам, а не примечаниям',
  'answer.rowsArePieces': 'Одинаковые строки — отдельные штуки',
  'issue.orders.statusUnknown':
    'Статус «{value}» программе не известен, поэтому заказ уйдёт как остальные. Если он значит «отменён», «возврат» или «доставлен», исключите заказы с ним.',
  'answer.sendMarked': 'Всё равно отправить',
  'issue.orders.newerValue': `В другом столбце есть более новое значение (${field}): «{value}». Возьмите его или впишите верное.`,
  'issue.orders.placeholder': `«{value}» — не значение (${field}): его ещё надо узнать. Впишите его или пока исключите заказ.`,
  'issue.orders.deliveryAhead':
    'В «{heading}» даты, которые ещё впереди: взяты как дата доставки. Если это не так, выберите другую.',
  'issue.orders.prepaid':
    'Заранее оплачено {sum, number} сум. WMS об этом не узнает, и курьер возьмёт всю сумму. Сообщите сотрудникам WMS или уменьшите цену.',
  'issue.orders.paidAlready':
    'Указано «{value}». WMS об этом не узнает, и курьер возьмёт деньги ещё раз. Сообщите сотрудникам WMS.',
  'issue.orders.deliveryFee':
    'Плата за доставку {sum, number} сум не отправляется: курьер её не возьмёт. Сообщите сотрудникам WMS или прибавьте к цене.',
  'issue.orders.noteOfMoney':
    'В примечании говорится о деньгах: «{value}». Примечания не отправляются; сообщите сотрудникам WMS.',
  'issue.orders.takenInstead': 'У получателя пусто, поэтому взято из «{heading}».',
  'issue.orders.twoPeople':
    '{name} и телефон {phone} — от двух людей: одно от получателя, другое от заказчика. Проверьте, кому звонить курьеру.',
  'issue.orders.waresAreColumns':
    'Заголовки {count, plural, one {# столбца} few {# столбцов} many {# столбцов} other {# столбца}} («{first}», «{second}» …) взяты как товары, а числа под ними — как количество.',
  'issue.orders.nameAndPhoneOfTwo':
    'Имя взято из «{name}», а телефон — из «{phone}»: это два человека. Выберите столбцы того, кто получает заказ.',
  'issue.orders.sameAsAbove': '«{value}» означает строку выше: взято «{above}». Проверьте.',
  'issue.orders.foreignSheet':
    'Заголовки на казахском или киргизском. Проверьте, что цены в сумах: другого WMS не принимает.',
};
