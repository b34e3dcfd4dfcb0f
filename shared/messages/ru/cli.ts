import type { cli as source } from '../en/cli.ts';

export const cli: Record<keyof typeof source, string> = {
  'cli.description': 'Превращает таблицы с заказами в заказы складской системы (WMS), каждый ровно один раз.',
  'cli.read': 'показать ячейки файла так, как они прочитаны',
  'cli.check': 'показать, что в файле и что в нём не так; ничего не отправляет и не записывает',
  'cli.send': 'отправить заказы из файла или из нескольких по очереди',
  'cli.resume': 'продолжить прерванную отправку (последнего файла, если файл не назван)',
  'cli.batches': 'список открытых и отправленных файлов',
  'cli.report': 'сохранить отчёт по файлу (.xlsx, .csv) или его запросы и ответы (.jsonl)',
  'cli.settle': 'указать, что стало с заказом, ответ по которому потерян',
  'cli.witness': 'цел ли второй журнал отправки; --seen: я видел(а), что нет, отправлять дальше',
  'cli.servers':
    'какие адреса — одна WMS: list; same АДРЕС ДРУГОЙ: она переехала; other АДРЕС ДРУГОЙ: это две WMS; forget АДРЕС ДРУГОЙ: спросить снова',
  'cli.option.seen': 'человек видел, что запись нарушена',
  'cli.option.removeExpired': 'удалить файлы с вышедшим сроком, заказы которых не отправлены',
  'cli.template': 'сохранить пустой шаблон с нужными заголовками',
  'cli.practice': 'запустить учебную WMS на этом компьютере',
  'cli.option.home': 'папка, в которой всё хранится (или переменная ORDER_IMPORTER_HOME)',
  'cli.option.lang': 'язык сообщений: uz, uz-Cyrl, ru или en',
  'cli.option.sheet':
    'имя или номер листа; несколько раз: несколько листов одним списком; all: все листы с таким же списком',
  'cli.option.sheetOrAll': 'имя или номер листа, несколько раз для нескольких, либо all — все листы',
  'cli.option.table': 'диапазон таблицы на листе, например A3:F20, together (все таблицы вместе) или all',
  'cli.option.member': 'имя таблицы в архиве, где их несколько',
  'cli.option.encoding':
    'кодировка текстового файла, если определена неверно: utf-8, windows-1251, koi8-r, ibm866, x-mac-cyrillic, iso-8859-5',
  'cli.option.cellsJson': 'вывести объект JSON для каждой строки',
  'cli.option.count': 'вывести только число строк и ячеек и миллисекунды',
  'cli.option.profile': 'имя сохранённых настроек или их файл (.json)',
  'cli.option.map':
    'поле столбца: Заголовок=поле, D=поле или Заголовок= (не отправлять); одно поле дважды объединяет столбцы',
  'cli.option.set': 'значение для пустых ячеек и недостающих столбцов: поле=значение',
  'cli.option.json': 'вывести один объект JSON и больше ничего',
  'cli.option.payloads': 'записать запросы всех готовых заказов в этот файл, по одному в строке',
  'cli.option.url': 'адрес WMS',
  'cli.option.tokenEnv':
    'переменная с ключом доступа (без неё WMS_TOKEN) или МАГАЗИН=ПЕРЕМЕННАЯ для каждого магазина; WMS_LOGIN и WMS_PASSWORD или WMS_REFRESH_TOKEN получают ключ и обновляют его',
  'cli.option.concurrency': 'сколько запросов одновременно, от 1 до 16',
  'cli.option.lookup': 'проверять ли потерянные ответы в WMS: on или off',
  'cli.option.quietTime': 'сколько секунд ждать перед проверкой потерянного ответа',
  'cli.option.report': 'сохранить отчёт в этот файл (.xlsx или .csv) в конце',
  'cli.option.output': 'файл для записи',
  'cli.option.order': 'номер заказа',
  'cli.option.there': 'заказ есть в WMS',
  'cli.option.wmsId': 'его номер в WMS, если известен',
  'cli.option.sendAgain': 'заказа там нет: отправить снова',
  'cli.option.refused': 'отправить снова без изменений то, что WMS отклонила (когда там исправили)',
  'cli.option.port': 'порт; без него берётся свободный',
  'cli.option.fault': 'сбой и как часто он случается, например lost-answer=0.1 (список: docs/practice.md)',
  'cli.option.latency': 'сколько миллисекунд занимает ответ',
  'cli.option.seed': 'одно и то же число даёт одни и те же сбои',
  'cli.option.limit': 'принимает не больше стольких заказов за столько секунд, например 50/600',
  'cli.practice.ready':
    'Учебная WMS работает на {url} (подходит любой ключ доступа, начинающийся с «practice»; Ctrl+C завершает)',
  'cli.template.saved': 'Шаблон сохранён: {file}',
  'cli.report.saved': 'Отчёт сохранён: {file}',
  'cli.report.logSaved': 'Журнал запросов ({count}) сохранён: {file}',
  'cli.payloads.saved':
    '{count, plural, one {# запрос записан} few {# запроса записано} many {# запросов записано} other {# запроса записано}} в {file}',
  'cli.batches.none': 'Файлов пока нет.',
  'cli.batches.counts':
    'в WMS {done} · не выполнено {notDone} · проверьте {lookAtIt} · не закончено {open} · исключено {leftOut}',
  'cli.read.file':
    '{name}: {format}{encoding, select, none {} other {, {encoding}}}{delimiter, select, none {} other {, разделитель «{delimiter}»}}',
  'cli.read.sheet':
    'Лист «{sheet}»{hidden, select, yes { (скрыт)} other {}}: {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, {cells, plural, one {# ячейка} few {# ячейки} many {# ячеек} other {# ячейки}}',
  'cli.read.unread': 'Лист «{sheet}»{hidden, select, yes { (скрыт)} other {}}: не прочитан',
  'cli.check.file':
    '{name}: {format}, лист «{sheet}», заголовки в строке {row}, {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'cli.check.column': '{column}  {heading} → {field}',
  'cli.check.orders':
    'Заказов: {total}. К отправке {ready}, с ошибками {withErrors}, уже отправлено {alreadySent}, ждут вашего решения {duplicate}',
  'cli.check.more':
    'ещё {count, plural, one {# заметка} few {# заметки} many {# заметок} other {# заметки}}; все покажет --json',
  'cli.send.batch': 'Файл {batch}: отправляется {ready} из {total} заказов на {server}',
  'cli.send.practice': 'Это учебная WMS: на настоящий склад ничего не попадёт.',
  'cli.send.estimate': 'Примерно {minutes} мин.',
  'cli.send.mayBeNone':
    'У {count, plural, one {# заказа} few {# заказов} many {# заказов} other {# заказа}} в примечании говорится об отмене или возврате либо зачёркнута строка; отправляются как все: строки {rows}.',
  'cli.send.again':
    '{count, plural, =0 {Отклонённых заказов для повторной отправки нет} one {# отклонённый заказ отправляется снова без изменений} few {# отклонённых заказа отправляются снова без изменений} many {# отклонённых заказов отправляются снова без изменений} other {# отклонённого заказа отправляются снова без изменений}}',
  'cli.send.state': '{state}: {count}',
  'cli.send.ended.finished': 'Завершено.',
  'cli.send.ended.paused': 'Приостановлено: {reason}',
  'cli.send.ended.stopped': 'Остановлено. {reason}',
  'cli.send.next': 'Продолжить позже: order-importer resume {batch}',
  'cli.send.renewed': 'Срок ключа доступа истёк; получен новый.',
  'cli.send.newKey':
    'Поместите новый ключ доступа в {name} или логин и пароль в WMS_LOGIN и WMS_PASSWORD: тогда новый ключ будет получен сам.',
  'cli.settled': 'Заказ {order}: {state}',
  'cli.witness.whole': 'Второй журнал отправки (witness.log) цел.',
  'cli.witness.broken':
    'Второй журнал отправки (witness.log) нарушен, и этого ещё никто не видел (мест: {count}). Посмотрите в WMS, есть ли там заказы последней отправки; затем: order-importer witness --seen',
  'cli.witness.seen': 'Отмечено. Отправка продолжится.',
  'cli.batches.expired':
    'Срок хранения данных клиентов вышел, но есть неотправленные заказы: {files}. Отправьте их или: order-importer batches --remove-expired',
  'cli.batches.removed':
    '{count, plural, =0 {Удалять нечего.} one {Удалён # файл.} few {Удалено # файла.} many {Удалено # файлов.} other {Удалено # файла.}}',
  'error.servers.act': '«{act}» — такого нет; есть: {acts}.',
  'error.servers.two': 'Укажите оба адреса: servers {act} АДРЕС ДРУГОЙ.',
  'error.servers.itself': 'Это и так один адрес. Укажите два разных.',
  'error.cli.field':
    'Поля «{field}» нет ({option}). Есть такие поля: order_id, scheduled_at, fulfillment_status, full_name, phone, address, region, country, city, zip, client_product_id, client_product_variation_id, quantity, price, discount, final_price; product_code, product_name (--map).',
  'error.cli.assignment':
    'Не удалось прочитать «{text}»: {option} пишется со знаком равенства, например --map "Телефон=phone" или --set country=Uzbekistan.',
  'error.cli.heading': 'Столбца «{heading}» нет. Заголовки: {headings}. Можно указать и букву столбца, например D.',
  'error.cli.headingTwice': 'Столбцов с заголовком «{heading}» несколько. Укажите букву столбца, например D=phone.',
  'error.cli.number': '{option}: нужно целое число от {least} до {most}, а не «{text}».',
  'error.cli.batch': 'Файл «{batch}» неизвестен. Список покажет команда «order-importer batches».',
  'error.cli.noBatch': 'Продолжать нечего: из этой папки ещё ничего не отправляли.',
  'error.cli.noServer':
    'Куда отправить заказы? Укажите адрес WMS через --url или сохранённые настройки, в которых задан сервер. Ничего не отправлено.',
  'error.cli.noToken':
    'В переменной {name} нет ключа доступа. Поместите его туда или логин и пароль в WMS_LOGIN и WMS_PASSWORD и запустите снова. Ничего не отправлено.',
  'error.cli.keyCharacter':
    'Ключ доступа в {name} нельзя отправить: его {place}-й символ — {character}, такого в ключах не бывает. Поместите туда ключ заново, скопировав целиком. Ничего не отправлено.',
  'error.cli.otherServer':
    'Заказы этого файла идут на {server}, а не на {url}. Уберите --url или отправьте файл заново командой «send».',
  'error.cli.settleHow':
    'Укажите, что стало с заказом: --there (с --wms-id, если номер известен) или --send-again, одно из двух.',
  'error.cli.orderUnknown': 'В файле {batch} нет заказа {order} с потерянным ответом.',
  'error.cli.reportKind': 'Отчёт сохраняется как .xlsx или .csv, журнал запросов – как .jsonl, а не «{file}».',
  'cli.ledger':
    'журнал отправленных заказов: export ФАЙЛ, merge ФАЙЛ с другого компьютера, refill ОТЧЁТ из старого отчёта или changes: что исправить сотрудникам WMS (-o ФАЙЛ.xlsx, --json)',
  'cli.option.ledgerUrl': 'адрес WMS, куда ушли заказы старого отчёта (refill)',
  'cli.option.changesOutput': 'файл (.xlsx) для списка изменений (changes)',
  'error.ledger.noFile': 'Укажите файл: ledger {act} ФАЙЛ.',
  'error.ledger.changesKind': 'Список изменений сохраняется как .xlsx, а не «{file}».',
  'cli.ledger.exported':
    '{count, plural, one {# заказ записан} few {# заказа записано} many {# заказов записано} other {# заказа записано}} в {file}',
  'cli.ledger.merged': 'Новых здесь: {added}. Известно раньше: {known}. Решено этим: {settled}.',
  'error.ledger.act': '«{act}» — не одно из этих: {acts}.',
  'error.ledger.notOurs':
    'Это не целый файл журнала. Сохраните его заново на другом компьютере (на странице «Отправленные заказы» или командой «ledger export») и скопируйте как есть.',
  'error.ledger.newer': 'Этот журнал записала более новая версия программы. Установите её здесь, затем объедините.',
  'cli.ledger.unproven':
    'Этот журнал сохранён старой версией: по нему не видно, полон ли он. Сохраните его на другом компьютере этой версией и добавьте ещё раз.',
  'error.ledger.changed':
    'Журнал обрезали или изменили после сохранения, поэтому ничего не взято. Сохраните его на другом компьютере заново и скопируйте как есть.',
  'error.ledger.broken':
    'Строка {line} журнала изменена, поэтому ничего не взято. Сохраните его на другом компьютере снова.',
  'error.ledger.noServer': 'В какую WMS ушли заказы этого отчёта? Назовите её через --url.',
  'error.ledger.noReport':
    '{file} — не отчёт этой программы: в нём нет её столбцов. Выберите отчёт таким, каким он был сохранён.',
  'error.ledger.practiceReport': '{file} — учебный отчёт: из него ничего не попало в настоящую WMS. Выберите другой.',
  'cli.option.rule': 'правило настроек: имя=значение, например splitItems=on или dateOrder=monthFirst',
  'cli.option.ownNumbers': 'дать каждому заказу свой постоянный номер; первый — этот',
  'cli.option.everyRow': 'каждая строка — отдельный заказ; номера с этого числа',
  'cli.option.products': 'лист товаров в дополнение к таблице товаров (send сохраняет его в ней)',
  'cli.products': 'таблица товаров WMS: коды и названия и их ID',
  'cli.products.import': 'взять товары из листа в таблицу',
  'cli.products.exportUnmapped': 'записать товары файла, которых нет в таблице, в лист для заполнения',
  'cli.products.list': 'показать таблицу',
  'cli.products.none': 'Таблица товаров пуста.',
  'cli.products.imported': 'Добавлено {added}, изменено {changed}, без изменений {unchanged}.',
  'cli.products.offer':
    '«{key}» ({count, plural, =1 {строка {row}} one {# строка, первая — {row}} few {# строки, первая — {row}} many {# строк, первая — {row}} other {# строки, первая — {row}}}): в магазине «{shop}» это товар {product}.',
  'cli.products.offer.more':
    'В таблицах других магазинов {count, plural, one {есть ещё # товар} few {есть ещё # товара} many {есть ещё # товаров} other {есть ещё # товара}}; все они названы с --json.',
  'cli.products.offer.how':
    'Товар другого магазина сам не берётся: если это тот же товар, добавьте его в таблицу этого магазина (products import ФАЙЛ --shop НАЗВАНИЕ).',
  'cli.products.exported':
    '{count, plural, one {# товар} few {# товара} many {# товаров} other {# товара}} для заполнения: {file}',
  'cli.profiles': 'сохранённые настройки и их файлы',
  'cli.profiles.list': 'список сохранённых настроек',
  'cli.profiles.export': 'сохранить настройки в файл для другого компьютера',
  'cli.profiles.import': 'взять настройки из файла',
  'cli.profiles.none': 'Сохранённых настроек пока нет.',
  'cli.profiles.line':
    '{name}: {columns, plural, one {# столбец} few {# столбца} many {# столбцов} other {# столбца}}, WMS {server}',
  'cli.profiles.exported': 'Настройки «{name}» сохранены в файл: {file}',
  'cli.profiles.imported': 'Настройки «{name}» взяты.',
  'cli.profiles.replaced': 'Настройки «{name}» заменены.',
  'error.cli.table':
    '«{table}» — не диапазон листа. Укажите первую и последнюю ячейку, например A3:F20, или together — все таблицы вместе, или all — весь лист.',
  'error.cli.rule':
    '«{rule}» — нет такого правила или значения. Правила: {names}. Их значения есть в docs/profile.schema.json.',
  'cli.option.carryOver': 'перенести в этот файл исправления из него же, открытого раньше, если они подходят',
  'cli.earlier.left':
    '«{file}» уже открывали {at}, и над ним работали. {work, select, none {} other {К этому файлу подошли бы: {work}. }}{unfit, select, 0 {} other {Не подошли бы: {unfit}. }}Без --carry-over это не используется.',
  'cli.earlier.carried': 'Перенесено из «{file}» от {at}: {work}.',
  'cli.earlier.unfit':
    '{count, plural, one {# изменение не подходит} few {# изменения не подходят} many {# изменений не подходят} other {# изменения не подходит}} к этому файлу:',
  'cli.send.money':
    '{count, plural, one {В # заказе есть} few {В # заказах есть} many {В # заказах есть} other {В # заказа есть}} деньги, о которых WMS не узнает (оплачено заранее: {prepaid, number} сум, доставка: {fees, number} сум). Подробности: «check».',
  'month.byDay': 'По дням',
  'month.day': 'День',
  'month.orders': 'Заказы',
  'month.amount': 'Сумма, сум',
  'month.total': 'Всего',
  'month.all': 'Заказы',
  'month.otherSum': 'Другая сумма',
  'month.onlyOurs': 'Только у нас',
  'month.onlyTheirs': 'Только в счёте',
  'month.number': 'Заказ',
  'month.wmsId': 'ID в WMS',
  'month.at': 'Отправлен',
  'month.items': 'Позиции',
  'month.deliveryDay': 'День доставки',
  'month.shop': 'Магазин',
  'month.operator': 'Кто',
  'month.file': 'Файл',
  'month.billAmount': 'Сумма в счёте',
  'month.billRow': 'Строка счёта',
  'cli.month': 'что отправлено за период: заказы и суммы по дням и расхождения со счётом WMS',
  'cli.option.from': 'первый день, например 01.11.2026; без него — начало этого месяца',
  'cli.option.to': 'последний день, например 30.11.2026; без него — сегодня',
  'cli.option.bill': 'счёт или список WMS (таблица) для сравнения',
  'cli.option.monthOutput': 'файл (.xlsx) для месяца',
  'cli.month.day':
    '{day}: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, {amount, number} сум',
  'cli.month.sum':
    '{from} – {to}: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, {amount, number} сум',
  'cli.month.withoutAmount':
    '{count, plural, one {У # заказа} few {У # заказов} many {У # заказов} other {У # заказа}} известен только номер.',
  'cli.month.bill':
    'В обоих: {both}. Другая сумма: {otherSum}. Только у нас: {onlyOurs}. Только в счёте: {onlyTheirs}.',
  'error.month.day': '«{text}» ({option}) — не день. Напишите так: 01.11.2026.',
  'error.month.kind': 'Месяц сохраняется как .xlsx, а «{file}» — другое. Выберите имя, которое кончается на .xlsx.',
  'error.month.noNumbers':
    'В этой таблице не найден столбец номеров заказов или ID в WMS. Назовите столбец «Номер заказа» или «WMS ID».',
  'month.title': 'Итоги месяца',
  'month.open': 'Открыть месяц',
  'month.about':
    'Заказы, их ID в WMS и суммы по дням, по магазину и сотруднику или по всем; сохраняется в .xlsx, сверяется со счётом WMS.',
  'month.now': 'В этом месяце',
  'month.ordersOf': 'Заказы за {day}',
  'month.range': '{from, number}–{to, number} из {count, number}',
  'month.previous': 'Раньше',
  'month.next': 'Позже',
  'month.from': 'С',
  'month.to': 'По',
  'month.before': 'Предыдущий месяц',
  'month.after': 'Следующий месяц',
  'month.dayForm': '24.11.2026',
  'month.everyShop': 'Все магазины',
  'month.sum': '{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}',
  'month.save': 'Сохранить в .xlsx',
  'month.saved': 'Сохранено: {name}',
  'month.compare': 'Сравнить со счётом WMS…',
  'month.both':
    '{count, plural, one {# заказ совпадает} few {# заказа совпадают} many {# заказов совпадают} other {# заказа совпадают}} (ниже: у нас · в счёте).',
  'month.everyone': 'Все',
  'cli.option.who': 'только то, что отправил этот оператор (или пользователь компьютера)',
  'cli.help.usage': 'Использование:',
  'cli.help.options': 'Параметры:',
  'cli.help.commands': 'Команды:',
  'cli.help.help': 'показать эту справку',
  'cli.help.version': 'показать версию',
  'cli.usage.unknownOption': 'Параметра {name} здесь нет. Все параметры покажет --help.',
  'cli.usage.unknownCommand': 'Команды «{name}» нет. Все команды покажет --help.',
  'cli.usage.missingArgument': 'Не хватает: {name}. Как пишется команда, покажет --help.',
  'cli.usage.optionMissingArgument': 'После {name} нужно значение.',
  'cli.usage.excessArguments': 'Слишком много слов для «{name}». Как пишется команда, покажет --help.',
  'cli.usage.invalidArgument': '{name} не может быть «{value}». Можно: {choices}.',
  'cli.usage.missingMandatoryOptionValue': 'Не хватает {name}: без него команда не работает.',
};
