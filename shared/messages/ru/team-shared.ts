/** The words of what a team shares besides orders, and of what two of its people changed at once. */
import type { teamShared as source } from '../en/team-shared.ts';

export const teamShared: Record<keyof typeof source, string> = {
  'team.sharing':
    'Общее у команды: магазины с таблицами товаров, наши номера, то, что решено раз и навсегда, сохранённые настройки (без постоянных значений о клиентах) и какие адреса — одна WMS. Ключи доступа, клиенты и учебный режим остаются на этом компьютере.',
  'team.older':
    'База команды — от прежней версии программы: заказы не двоятся, но того, что появилось позже (общие магазины, товары и сохранённые настройки, общий темп), может не быть, пока её не приведут к этой версии. Компьютеры с прежней программой продолжают работать с ней.',
  'cli.team.older':
    'База команды — от прежней версии программы: заказы не двоятся, но того, что появилось позже (общие магазины, товары и сохранённые настройки, общий темп), может не быть, пока её не приведут к этой версии. Компьютеры с прежней программой продолжают работать с ней. Тот, кто следит за базой, один раз запускает «order-importer team upgrade postgres://…».',
  'team.newer':
    'Базу команды ведёт более новая версия программы. Этот компьютер продолжает работать с ней; чтобы было всё общее, установите ту версию и здесь.',
  'team.upgrade': 'Привести базу к этой версии…',
  'team.upgrade.about':
    'Адрес владельца базы — тот же, что при создании команды. Он используется один раз и нигде не сохраняется.',
  'team.upgrade.yes': 'Привести к этой версии',
  'team.questions': 'Изменили двое сразу',
  'team.questions.about':
    'Пока не выбрано, у каждого своё значение. Выбранное действует для всей команды; всё остальное уже общее.',
  'team.chip.questions': 'Команда: выбрать ({count})',
  'team.chip.questions.about':
    '{count, plural, one {# запись изменили} few {# записи изменили} many {# записей изменили} other {# записи изменили}} двое сразу. Выберите в настройках команды, какое значение верное.',
  'team.question.ours': 'Здесь: {value}',
  'team.question.theirs': '{by}, {at}: {value}',
  'team.choose.ours': 'Оставить наше',
  'team.choose.theirs': 'Взять их значение',
  'team.choose.apart': 'Это два магазина',
  'team.choose.oneShop': 'Это один магазин',
  'team.choose.oneShopCalled': 'Один магазин: {value}',
  'team.choose.shop':
    'У команды есть магазин — возможно, этот же: товары в двух таблицах записаны по-разному, или общего названия нет. Если магазинов два, здешний останется только на этом компьютере и общим не станет.',
  'team.choose.of': '{what}: {choice}',
  'team.asked.shop': '{what, select, nameless {Магазин без названия} other {Магазин «{what}»}}',
  'team.asked.server': '{of} и {what}',
  'team.asked.product': 'Товар «{what}»',
  'team.asked.value': '{of}: «{what}»',
  'team.asked.rows': 'Строки, где «{of}» — «{what}»',
  'team.asked.heading': 'Заголовок «{what}»',
  'team.asked.profile': 'Сохранённые настройки «{what}»',
  'team.asked.profileHeadings': 'Сохранённые настройки для тех же заголовков',
  'team.asked.ofShop': 'магазин «{shop}»',
  'team.asked.part.server': 'другой адрес',
  'team.asked.part.columns': 'другие столбцы',
  'team.asked.part.constants': 'другие постоянные значения',
  'team.asked.part.rules': 'другие правила',
  'team.asked.part.sending': 'другой темп отправки',
  'team.said.none': 'удалено',
  'team.said.leftOut': 'не отправляются',
  'team.said.sameWms': 'одна WMS',
  'team.said.otherWms': 'две разные WMS',
  'team.said.nameless': 'без названия',
  'team.said.columns': '{count, plural, one {# столбец} few {# столбца} many {# столбцов} other {# столбца}}',
  'team.said.numberStart': 'номера с {start}',
  'team.said.account': 'аккаунт {account}',
  'cli.team.toChoose':
    '{count, plural, one {# запись изменили} few {# записи изменили} many {# записей изменили} other {# записи изменили}} двое из команды сразу. Выберите, какое значение верное: order-importer team status.',
  'cli.team.question': '{id} · {what}\n  наше: {ours}\n  их ({by}, {at}): {theirs}',
  'cli.team.howToChoose': '  выбрать: order-importer team choose {id} ours | theirs',
  'cli.team.howToChooseShop':
    '  один магазин: order-importer team choose {id} ours | theirs; два магазина, наш не общий: order-importer team choose {id} apart',
  'cli.team.chosen': 'Выбрано.',
  'cli.team.upgraded': 'База команды теперь этой версии: магазины, товары и сохранённые настройки общие.',
  'cli.team.upToDate': 'База команды уже этой версии.',
  'error.team.questionGone': 'Это уже изменили снова, или кто-то выбрал. Посмотрите список ещё раз.',
  'error.team.noChoice': 'Укажите запись и ответ, как их показывает «team status»: team choose ID {choices}.',
  'error.team.noUpgradeUrl': 'Укажите базу с её владельцем: team upgrade postgres://USER:PASSWORD@HOST/DATABASE.',
  'error.team.certificateName':
    'К базе команды обращаются как {host}, а её сертификат выписан на другое имя, не на {host}. Впишите в файл команды («host») имя из сертификата или обратитесь к тому, кто следит за базой.',
  'reason.run.teamCertificateName':
    'К базе команды обращаются как {host}, а её сертификат выписан на другое имя, не на {host}. Впишите в файл команды («host») имя из сертификата или обратитесь к тому, кто следит за базой.',
  'error.team.certificate':
    'Сертификат базы команды на {host} подписан не тем, кому доверяет этот компьютер или файл команды, либо истёк. Попросите у того, кто следит за базой, файл команды с нужным подписавшим (--ca).',
  'reason.run.teamCertificate':
    'Сертификат базы команды на {host} подписан не тем, кому доверяет этот компьютер или файл команды, либо истёк. Попросите у того, кто следит за базой, файл команды с нужным подписавшим (--ca).',
  'error.team.noTls':
    'База команды на {host} не поддерживает TLS, а открытым текстом туда ничего не уходит. Попросите того, кто следит за базой, включить TLS.',
  'reason.run.teamNoTls':
    'База команды на {host} не поддерживает TLS, а открытым текстом туда ничего не уходит. Попросите того, кто следит за базой, включить TLS.',
};
