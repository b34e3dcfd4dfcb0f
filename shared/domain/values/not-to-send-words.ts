/**
 * Finds words that say that an order is not to be sent, or not as it stands, though none says «cancelled»: delivered
 * already, unpaid, a draft or sample, fetched by the customer, an address that is still to be asked (docs/domain.md,
 * «Orders that are not to be sent»). Our own compilation, in Uzbek (both scripts, as typed), Russian and English.
 */
import { fold } from './fold.ts';

/** Why an order is hardly one to be sent. */
export type NotToSend = 'done' | 'unpaid' | 'draft' | 'notToSend' | 'pickup' | 'abroad' | 'notReady' | 'earlier';

/** Folded beginnings of statuses. */
const doneStatus =
  /^(?:заказ )?(?:доставлен|вручен|выдан|выполнен|заверш|закрыт|отгружен|исполнен|продан|получен(?:о|а)?(?: клиентом)?$|отправлен|yetkazil(?:di|gan)|yetkazib beril|topshiril(?:di|gan)|bajaril(?:di|gan)|tugadi|tugatil|yopil(?:di|gan)|sotil(?:di|gan)|jonatil(?:di|gan)|yuboril(?:di|gan)|yuklandi|delivered|fulfilled|complete|shipped|dispatched|done$|closed|sent$|етказил(?:ди|ган)|етказиб берил|топширил(?:ди|ган)|бажарил(?:ди|ган)|тугади|епил(?:ди|ган)|сотил(?:ди|ган)|жунатил(?:ди|ган)|юборил(?:ди|ган)|юкланди|teslim edil|gönderil|gonderil|kargoya veril|tamamland|jetkerildi|жеткерилди|жеткизилди|тапсырылды|аякталды|орындалды|жөнелтилди|жеткирилди|тапшырылды|аткарылды|бүттү|расонида шуд|супорида шуд|eltildi|gowşuryldy|gowsuryldy|ugradyldy)/u;
const unpaidStatus =
  /^(?:ожида\p{L}* (?:оплат|платеж)|ждет оплат|не оплачен|неоплачен|без оплаты|tolov kutil|tolanmagan|toʻlanmagan|тулов кутил|туланмаган|unpaid|awaiting payment|pending payment|payment pending)/u;
const draftStatus =
  /^(?:дубл|дубликат|dubl|duplicate|такрорий|takroriy|черновик|draft|qoralama|коралама|тест$|тестовый|test$|test order|sinov|синов|namuna|намуна|образец|sample|пример$|проба|proba|(?:в )?переговор|принима\p{L}* решени|muzokara|музокара|negotiat)/u;
const notToSendStatus =
  /^(?:не отправл|не отгруж|не везти|yuborilmasin|yubormang|jonatilmasin|юборилмасин|юборманг|жунатилмасин|do not send|dont send|hold$|on hold|стоп$|stop$|не обрабат|(?:сделка )?(?:провал|проигран)|не реализов|lost$|(?:deal )?lost|failed|muvaffaqiyatsiz|муваффакиятсиз|отлож|перенесен|postponed|keyinga (?:qoldir|sur)|кейинга (?:колдир|сур)|qoldirildi|колдирилди|недозвон|не дозвон|не отвеча|не берет|не бер[её]т трубк|(?:telefonni )?kotarma(?:di|yapti)|(?:телефонни )?кутарма(?:ди|япти)|javob (?:berma|yoq)|жавоб (?:берма|йук)|no answer|unreachable)/u;

/** Folded beginnings of statuses of orders that are on their way to the customer. */
const goingStatus =
  /^(?:нов|создан|размещ|зарегистр|поступ|в очеред|принят|подтвер|соглас|одобрен|в работе|в обработ|обраб|на обработ|собира|собран|на сборк|в сборк|сборка|комплект|укомплект|упаков|готов|передан|в доставк|на доставк|доставля|доставка|в пути|у курьер|курьер|назначен|заплан|ожида|ждет|на складе|к отправ|к отгруз|к выдач|оформ|оплачен|активн|актуальн|в процессе|первичн|перезвон|отлож|в резерв|резерв|предзаказ|yangi|yaratil|royxat|navbat|qabul|tasdiq|tayyor|yigil|yig il|jarayon|kutil|kutmoqda|yolda|kuryer|reja|belgilan|tolan|toplan|qadoq|komplekt|joyland|rasmiylash|faol|bandlangan|янги|яратил|руйхат|навбат|кабул|тасдик|тайер|йигил|жараен|кутил|кутмокда|йулда|курьер|режа|белгилан|тулан|тулов|кадок|фаол|new|created|registered|queued|accept|confirm|approv|process|in progress|pending|pack|ready|assign|schedul|await|in transit|on the way|out for delivery|open|active|placed|received order|unfulfilled|paid|partial|picking|assembl|hazirlan|hazırlan|yeni|onayland|beklem|жаңа|жана|кабылдан|расталды|даяр|дайын|нав$|отправить|к сборке|на сборку|зарезервир|(?:jonatish|yuborish)(?:ga| kerak)|(?:jonatil|yuboril)sin|(?:жунатиш|юбориш)(?:га| керак)|(?:жунатил|юборил)син|band qilin)/u;

/** Whether a status says that the order is on its way: new, confirmed, packed, given to a courier. */
export function isGoingStatus(status: string): boolean {
  const text = fold(status);
  return goingStatus.test(text) && !laterStatus.test(text) && (!newStatus.test(text) || text.split(' ').length <= 2);
}

/** «Yangi» and «Новый заказ» are, «Yangi yildan keyin oladi» is not. */
const newStatus = /^(?:нов|yangi|янги|new|yeni|жаңа|жана)/u;
/** Not now: when, nobody knows. */
const laterStatus = /(?<!\p{L})(?:keyin(?:roq)?|кейин(?:рок)?|потом|позже|later)(?!\p{L})/u;

/** What a status says about sending; null: nothing. What a note may say of it counts, too: «Клиент думает», «BTSga topshirildi». */
export function statusSaysNotToSend(status: string): NotToSend | null {
  const text = fold(status);
  if (doneStatus.test(text)) return 'done';
  if (unpaidStatus.test(text)) return 'unpaid';
  if (draftStatus.test(text)) return 'draft';
  if (notToSendStatus.test(text) || undecidedNote.test(text)) return 'notToSend';
  if (isPickup(status)) return 'pickup';
  if (isGoingStatus(status)) return null;
  if (handedOver.test(text)) return 'done';
  return noteSaysNotToSend(status) ? 'notToSend' : null;
}

const notSentNote =
  /(?<!\p{L})(?:не отправл|не отгруж|не везти|не доставлят|отправк\p{L}* не|yuborilmasin|yubormang|yuborma(?!\p{L})|jonatilmasin|jonatmang|юборилмасин|юборманг|жунатилмасин|do not (?:send|ship)|dont (?:send|ship)|тестовый заказ|test order|дубль|дубликат|dubl(?!\p{L})|duplicate|takror(?:iy|lan)|такрор(?:ий|лан)|самовывоз|сам(?:а|и)? (?:забрал|забер)|забрал(?:а|и)? (?:сам|из магазина)|(?:ozi|узи) (?:olib ket|олиб кет|olib ketadi)|olib ketdi|олиб кетди|уже (?:получил|отдали|доставил|забрал)|allaqachon (?:oldi|yetkaz|berdi)|аллакачон (?:олди|етказ)|pick ?up|(?:клиент|покупател|заказчик|получател)\p{L}* (?:отказал|отменил|передумал)|^отказал(?:ся|ась)$|отказал(?:ся|ась) от (?:заказа|покупки|товара)|(?:mijoz|xaridor)\p{L}* (?:rad et|voz kech|bekor qil)|(?:мижоз|харидор)\p{L}* (?:рад эт|воз кеч|бекор кил)|voz kechdi|воз кечди|(?:ay|ай)(?:nidi|nigan|ниди|ниган)|(?:fikridan|fikri|фикридан|фикри) (?:qayt|ozgar|кайт|узгар)|^(?:(?:он|она) )?передумал(?:а|и)?$|не будет (?:брать|покупать)|(?:customer|client|buyer) (?:refused|cancel|declined)|тест$|^тест|^test$|черновик|qoralama)/u;

/** The customer was not reached, or did not confirm; an «if» before it is what the courier is to do. */
const unreachedNote =
  /(?<!\p{L})(?:недозвон|не дозвон|не (?:отвечает|ответил)|не бер[её]т трубк|не подтверди(?:л|ла|ли)(?!\p{L})|(?:telefonni |telefon )?kotarma(?:di|yapti|gan)|(?:телефонни |телефон )?кутарма(?:ди|япти|ган)|javob berma(?:di|yapti|gan)|жавоб берма(?:ди|япти|ган)|tasdiqlama(?:di|gan)|тасдикламаг?(?:ди|ан)|(?:did not|didnt|does not|doesnt) (?:answer|confirm)|no answer)/u;
const ifBefore = /(?<!\p{L})(?:если|когда|при|в случае|agar|агар|if|when|олдин|раньше|oldin|avval)(?!\p{L})/u;

/** Put off to a day that nobody names. */
const putOffNote =
  /(?<!\p{L})(?:keyinga (?:qoldir|sur)|кейинга (?:колдир|сур)|qoldirildi|колдирилди|(?:заказ )?отложен(?:о|а)?(?!\p{L})|отложить|отложили|postponed|put off|на потом|перенос(?!\p{L})|перенес(?:ли|ти|ен)|(?:hozircha|хозирча) (?:kerak emas|керак эмас|yubor|юбор|kut|кут)|пока не (?:надо|нужно|вез|отправ|достав))/u;
/** The customer has not made up the mind; a day beside it is the day of the next call. */
const undecidedNote =
  /(?<!\p{L})(?:(?:по)?дума[ею]т|раздумыва|сомневается|решает|не решил|oylab ko(?:r|ryap)|oylayapti|oylanyapti|ойлаб кур|уйлаб кур|уйлаяпти|уйланяпти|thinking (?:it )?over)/u;

/** Sent only once it is paid. */
const unpaidNote =
  /(?<!\p{L})(?:(?:ждем|жд[еу]т|ожидаем|ожидается|ожидание|жду) (?:пред)?оплат|нет (?:пред)?оплаты|(?:пред)?оплат[аы] (?:еще )?не (?:пришла|поступила|было)|(?:oldindan |олдиндан )?(?:tolov|тулов|predoplata|предоплата)\p{L}* (?:kutil|kutyap|kutmoq|кутил|кутяп|кутмок|kelmadi|келмади|qilinmagan|килинмаган)|(?:awaiting|waiting for) (?:the )?(?:pre)?payment)/u;

/** A clause that says nothing else than that the order was handed over: «BTSga topshirildi 30.11», «jo‘natildi»; not «SMS yuborildi». */
const handedOver =
  /^(?:(?:заказ|товар|посылка|buyurtma|буюртма|tovar|posilka|bts|бтс|emu|эму|pochta|почта|почту|почтой|kuryer|курьер|uzpost|fargo|kargo|карго|в|на|через|уже|allaqachon|аллакачон|kecha|кеча|вчера|orqali|оркали|bilan|билан|\d{1,2}[ .]?(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sent|okt|noyabr|dekabr|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сент|окт|ноябр|декабр)|\d[\d .:]*)\p{L}* )*(?:jonatildi|jonatilgan|yuborildi|yuborilgan|topshirildi|topshirilgan|(?:jonat|yubor|topshir)ib (?:bolin|yuboril|qoyil)(?:di|gan)|жунатилди|юборилди|топширилди|(?:жунат|юбор|топшир)иб (?:булин|юборил|куйил)(?:ди|ган)|отправлено|отправлен|отправили|отгружено|отгружен|сдан|сдана|сдано|сдали|отдан|отдана|отдано|отдали|передано|передали|доставлено|yetkazildi|етказилди|shipped|dispatched|delivered)(?: (?:заказ|товар|buyurtma|в|на|через|bts|бтс|emu|почту|почтой|курьеру|kecha|bugun|кеча|бугун|вчера|сегодня|\d[\d .:]*))*$/u;

const someDay =
  /\d|(?<!\p{L})(?:завтра|послезавтра|ertaga|indin|эртага|индин|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресен|\p{L}*shanba|juma|\p{L}*шанба|жума|tomorrow)/u;

const cancelledWord = String.raw`(?:отмен(?:а|ен[аоы]?|ил[аи]?)?|отказ(?:ался|алась)?|возврат|аннул\p{L}*|bekor(?: qilin(?:di|gan)| qildi)?|бекор(?: килин(?:ди|ган)| килди)?|otkaz|atkaz|otmena|otmen|vozvrat|qayt(?:di|gan|ardi)|кайт(?:ди|ган|арди)|cancel(?:l?ed)?|returned?|refused|rad etdi|рад этди)`;
/** A remark that is such a word and nothing else, or has it between marks: «отказ, передумал», «kerakmas dedi, atkaz». */
const cancelledAlone = new RegExp(`^(?:заказ )?${cancelledWord}(?: заказа?)?$`, 'u');
const clausesOf = (note: string): readonly string[] => note.split(/[,;:.()–—]|\s-\s/u);
/** All of the order, not one of its wares: nothing is named before it. */
const notNeeded =
  /^(?:endi |энди )?(?:kerak ?emas|kerakmas|керак ?эмас|керакмас) (?:dedi|debdi|ekan|деди|дебди|экан)|^(?:уже )?не (?:надо|нужно|нужен),? (?:сказал|говорит)|^сказал(?:а|и)?,? (?:что )?(?:уже )?не (?:надо|нужно)/u;

/** Another order took the place of this one: «заменён на 3306», «3306 ga almashtirildi». A ware that is exchanged has no such number. */
const replacedNote =
  /(?<!\p{L})(?:замен[её]н(?:о|а)?|перенес[её]н(?:о|а)?|переоформлен(?:о|а)?|replaced (?:by|with)|see order) (?:на |в |by |with )?(?:заказ\p{L}* |order )?(?:no |n |№ ?)?\d{3,}(?! ?(?:шт|сум|som|uzs|тыс|мл|гр|см|мм))(?![\p{L}\d])|(?<!\d)\d{3,}(?: ?(?:ga|га))? (?:almashtiril|алмаштирил)/u;

/** Whether a note says that the order is not to be sent, that another replaces it, or that it is put off without a new day. */
export function noteSaysNotToSend(note: string): boolean {
  const text = fold(note);
  return (
    notSentNote.test(text) ||
    notNeeded.test(text) ||
    cancelledAlone.test(fold(clausesOf(note)[0] ?? '')) ||
    (!ifBefore.test(text) &&
      (unreachedNote.test(text) ||
        undecidedNote.test(text) ||
        unpaidNote.test(text) ||
        clausesOf(note).some((clause) => cancelledAlone.test(fold(clause)) || handedOver.test(fold(clause))))) ||
    replacedNote.test(text) ||
    (putOffNote.test(text) && !someDay.test(text))
  );
}

const movedNote =
  /(?<!\p{L})(?:перенес|перенос|отлож|позже|keyinga|keyinroq|kochir|кейинга|кучир|завтра|послезавтра|ertaga|indin|эртага|индин|понедельник|вторник|в сред|четверг|в пятниц|в суббот|воскресень|dushanba|seshanba|chorshanba|payshanba|juma|shanba|yakshanba|душанба|сешанба|чоршанба|пайшанба|жума|якшанба|tomorrow|postpone|на \d{1,2} (?:число|\d{1,2}|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)|\d{1,2} (?:chi|чи) (?:kun|sana|кун))/u;
const struckWare =
  /(?<!\p{L})(?:не над[оа]|не нуж(?:н|ен)|убрать|уберите|исключ|kerak emas|kerakmas|керак эмас|керакмас|olib tashla|олиб ташла|yoq(?!\p{L})|remove|without|нет в наличии|qolmagan|колмаган|tugagan|тугаган)/u;

const bareStrike =
  /^(?:(?:уже|bu|бу|это|этого|buni|буни|endi|энди) )?(?:не над[оа]|не нуж(?:н|ен)\p{L}*|убрать|уберите|исключить|отменить|kerak emas|kerakmas|керак эмас|керакмас|olib tashla\p{L}*|олиб ташла\p{L}*|yoq|йук|нет(?: в наличии)?|remove|not needed|out of stock|qolmagan|колмаган|tugagan|тугаган|bekor(?: qilin\p{L}*)?|бекор(?: килин\p{L}*)?|отмена)$/u;

/** Whether a note strikes something out. */
export function strikesWare(note: string): boolean {
  return struckWare.test(fold(note));
}

/** Whether a note says that, and nothing else: beside a ware, of that ware. */
export function isBareStrike(note: string): boolean {
  return bareStrike.test(fold(note));
}

/** What a note says that the order's date or items contradict; null: nothing. */
export function noteContradicts(note: string): 'scheduled_at' | 'client_product_id' | null {
  const text = fold(note);
  if (struckWare.test(text)) return 'client_product_id';
  return movedNote.test(text) ? 'scheduled_at' : null;
}

const correctedText =
  /^(?:исправл\p{L}*|исправка|испр$|корректировк\p{L}*|скорректирован\p{L}*|измен[её]н(?:о|а)?$|tuzatil\p{L}*|togrilan\p{L}*|ozgartiril\p{L}*|тузатил\p{L}*|тугрилан\p{L}*|узгартирил\p{L}*|corrected|correction|updated$|amended|to.?g.?rilandi)(?:\s|$)/u;

/** Quick test before a text is folded: nearly every cell ends here. */
const mayBeCorrected = /^[^\p{L}]*(?:исп|кор|ско|изм|tuz|to.?.?g|o.?.?z|туз|т[ўу]|[ўу]зг|cor|upd|ame)/iu;

/** Whether a mark says that its row is the corrected one of two. */
export function saysCorrected(text: string): boolean {
  return mayBeCorrected.test(text) && correctedText.test(fold(text));
}

const abroadText =
  /(?<!\p{L})(?:qirgiziston|qirgizistan|кыргызстан|киргизия|киргизстан|кирг[ие]зистон|qozogiston|казахстан|козогистон|tojikiston|таджикистан|тожикистон|turkmaniston|туркменистан|туркманистон|afgoniston|афганистан|афгонистон|россия|rossiya|kyrgyzstan|kazakhstan|tajikistan|turkmenistan|afghanistan|russia)(?!\p{L})/u;
/** Towns across the border whose names are no street's or village's of Uzbekistan; only where they are all that is said. */
const townAbroad =
  /^(?:г |город |sh |shahri )?(?:osh|ош|уш|bishkek|бишкек|jalolobod|джалал абад|жалолобод|olmaota|almaty|алматы|алмата|chimkent|шымкент|чимкент|shymkent|dushanbe|душанбе|xojand|худжанд|хужанд|astana|астана|moskva|москва|ashxobod|ашхабад|tashauz|dashoguz|дашогуз)(?: (?:г|город|shahri|sh|шахри))?$/u;

/** Whether a place is in a neighbouring country. */
export function isAbroad(text: string): boolean {
  const folded = fold(text);
  return abroadText.test(folded) || townAbroad.test(folded);
}

const pickupText =
  /^(?:самовывоз|сам ?заб[еи]р|заберет|забирает|ozi olib ket|olib ketadi|olib ketish|ozi keladi|(?:ozi )?kelib ol(?:adi|ib|ish|moqchi)|ozi oladi|узи олиб кет|олиб кетади|узи келади|(?:узи )?келиб ол(?:ади|иб|иш|мокчи)|узи олади|сам (?:приедет|подъедет|заедет|придет)|pick ?up|self ?pick ?up|samovivoz|samovyvoz|samoviviz|самавывоз|do.?kondan olib|дукондан олиб)/u;

/** Quick tests before a text is folded: nearly every name and address ends here. */
const mayBePickup = /^\s*(?:[сs][аa][мm]|заб|o.?z|olib|олиб|kelib|келиб|[ўу]зи|pick|self|do.?k|ду)/iu;
const mayBePlaceholder =
  /^\s*(?:уточ|над|нуж|нет|без|адрес|неизв|позв|пере|сооб|ски|нап|ani|so.?r|key|tel|lok|лок|nom|ном|ани|сўр|сур|кей|тел|tb|to[^a-z0-9]+be|unk|call)/iu;
const mayBeSample = /^\s*(?:test|тест|namuna|намуна|образец|sample|prob|проб|sinov|синов|прим|exam)/iu;

/** Whether a text in place of an address, or of the way of delivery, says that the customer fetches the wares. */
export function isPickup(text: string): boolean {
  return text.length <= 60 && mayBePickup.test(text) && pickupText.test(fold(text));
}

const placeholderText =
  /^(?:уточн|надо уточнить|нужно уточнить|нет адреса|без адреса|адрес неизвест|неизвест|позвонит|перезвон|сообщит|скинет|напишет|aniqlan|aniqla|aniklan|soraladi|sorash|keyin aytadi|keyin|telefon qil|tel qil|lokatsiya tashlaydi|lokatsiya$|локация$|номалум|nomalum|анiклан|аниклан|сураш|сурал|кейин айтади|телефон кил|tba$|tbd$|to be (?:clarified|confirmed)|unknown$|call (?:him|her|customer|client))/u;

/** Whether a text stands for a value that is still to be asked. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 60 && mayBePlaceholder.test(text) && placeholderText.test(fold(text));
}

const dittoMark = /^\s*(?:["”“„»«〃'`]{1,3}|-\s*["”“»«/]{1,2}\s*-|-?\s*\/\/\s*-?|-\s*\|\|\s*-|--\s*["”]\s*--)\s*$/u;
const dittoText =
  /^(?:то ?же(?: самое| адрес)?|тот же(?: адрес| клиент)?|там же|та же|туда же|osha(?: manzil| joy| odam)?(?:ga)?|usha manzil|shu(?: manzil| joy)(?:ga)?|xuddi shu(?: manzil)?|yuqoridagi(?:dek)?|уша(?: манзил| жой)?(?:га)?|шу манзил(?:га)?|худди шу|юкоридаги(?:дек)?|same(?: as above| address)?|ditto)$/u;

/** Whether a text means what stands in the row above. */
export function isDitto(text: string): boolean {
  return text.length <= 24 && (dittoMark.test(text) || dittoText.test(fold(text)));
}

const sampleName = /^(?:test|тест|namuna|намуна|образец|sample|proba|проба|sinov|синов|пример|example)(?:\s|$)/u;

/** Whether a customer's name says that the row is a test or a sample. */
export function isSampleName(name: string): boolean {
  return mayBeSample.test(name) && sampleName.test(fold(name));
}

const cancelledName = new RegExp(`^${cancelledWord}(?:\\s|$)|(?:^|\\s)${cancelledWord}$`, 'u');

/** Whether a word of cancelling stands before or behind a customer's name: «ОТМЕНА Собиров Нодир», «Karimova (bekor)». */
export function nameSaysCancelled(name: string): boolean {
  return cancelledName.test(fold(name));
}

const yes =
  /^(?:да|ha|ха|xa|yes|y|true|истина|ок|ok|\+|v|x|х|✓|✔|☑|✅|1|есть|bor|бор|bajarildi|готово|done|qilindi|килинди)$/u;
const no = /^(?:нет|yoq|йук|no|n|false|ложь|-|−|–|0|✗|✘|❌)$/u;

/** A tick, a date or a number in a column that says that something was done: «yes»; «no»; null: nothing is said. */
export function tickOf(text: string): 'yes' | 'no' | null {
  const bare = text.trim();
  if (bare === '') return null;
  const folded = fold(bare) || bare;
  if (no.test(bare.toLowerCase()) || no.test(folded)) return 'no';
  if (yes.test(bare.toLowerCase()) || yes.test(folded)) return 'yes';
  return /\d{2,}/.test(bare) ? 'yes' : null;
}
