/**
 * Recognises the sentences of the WMS's validators, in their languages, and the kind of error that each one names.
 *
 * The Yii sentences are quoted from yiisoft/yii2 (framework/messages/{uz,uz-Cy,ru}/yii.php), which is
 *
 *   Copyright © 2008 by Yii Software LLC (http://www.yiisoft.com). All rights reserved.
 *   Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
 *   following conditions are met: redistributions of source code must retain the above copyright notice, this list of
 *   conditions and the following disclaimer; redistributions in binary form must reproduce the above copyright notice,
 *   this list of conditions and the following disclaimer in the documentation and/or other materials provided with the
 *   distribution; neither the name of Yii Software LLC nor the names of its contributors may be used to endorse or
 *   promote products derived from this software without specific prior written permission.
 *   THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
 *   INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 *   DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
 *   SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 *   SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
 *   WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 *   OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
import type { Params } from '../domain/model/issues.ts';

/** What a refusal finds wrong with one value. `other`: an unknown sentence. */
export const refusalKinds = [
  'required',
  'integer',
  'number',
  'min',
  'max',
  'greaterThan',
  'lessThan',
  'string',
  'minLength',
  'maxLength',
  'length',
  'unique',
  'uniqueCombo',
  'format',
  'boolean',
  'email',
  'invalid',
  'other',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** The kinds of known sentences about the whole request. */
export type GeneralMessageKind = 'server' | 'notFound' | 'forbidden' | 'badJson' | 'missingParams' | 'invalidParam';

/**
 * Templates by kind; the first match wins, so specific ones come before general ones. `{min}`, `{max}` and `{length}`
 * match numbers, `{word}` one word, the others any text.
 */
const fieldTemplates: readonly (readonly [kind: RefusalKind, ...texts: string[]])[] = [
  [
    'required',
    '{label} cannot be blank.',
    '«{label}» to`ldirish shart.',
    '«{label}» тўлдириш шарт.',
    'Необходимо заполнить «{label}».',
    'The {label} field is required.',
  ],
  [
    'integer',
    '{label} must be an integer.',
    '«{label}» qiymati butun son bo`lishi kerak.',
    '«{label}» қиймати бутун сон бўлиши керак.',
    'Значение «{label}» должно быть целым числом.',
  ],
  [
    'number',
    '{label} must be a number.',
    '«{label}» qiymati son bo`lishi kerak.',
    '«{label}» қиймати сон бўлиши керак.',
    'Значение «{label}» должно быть числом.',
  ],
  [
    'minLength',
    '{label} should contain at least {min} {word}.',
    '«{label}» qiymati minimum {min} {word} tashkil topishi kerak.',
    '«{label}» қиймати минимум {min} {word} ташкил топиши керак.',
    'Значение «{label}» должно содержать минимум {min} {word}.',
    '{label} must be at least {min} characters.',
  ],
  [
    'maxLength',
    '{label} should contain at most {max} {word}.',
    '«{label}» qiymati maksimum {max} {word} oshmasligi kerak.',
    '«{label}» қиймати максимум {max} {word} ошмаслиги керак.',
    'Значение «{label}» должно содержать максимум {max} {word}.',
    '{label} must not be greater than {max} characters.',
  ],
  [
    'length',
    '{label} should contain {length} {word}.',
    '«{label}» qiymati {length} {word} tashkil topishi kerak.',
    '«{label}» қиймати {length} {word} ташкил топиши керак.',
    'Значение «{label}» должно содержать {length} {word}.',
  ],
  [
    'min',
    '{label} must be no less than {min}.',
    '«{label}» qiymati {min} dan kichkina bo`lmasligi kerak.',
    '«{label}» қиймати {min} дан катта бўлиши керак.',
    'Значение «{label}» должно быть не меньше {min}.',
    '{label} must be greater than or equal to "{min}".',
    '«{label}» qiymati «{min}» dan katta yoki teng bo`lishi kerak.',
    '«{label}» қиймати «{min}» дан катта ёки тенг бўлиши керак.',
    'Значение «{label}» должно быть больше или равно значения «{min}».',
    '{label} must be at least {min}.',
  ],
  [
    'max',
    '{label} must be no greater than {max}.',
    '«{label}» qiymati {max} dan oshmasligi kerak.',
    '«{label}» қиймати {max} дан ошмаслиги керак.',
    'Значение «{label}» не должно превышать {max}.',
    '{label} must be less than or equal to "{max}".',
    '«{label}» qiymati «{max}» dan kichik yoki teng bo`lishi kerak.',
    '«{label}» қиймати «{max}» дан кичик ёки тенг бўлиши керак.',
    'Значение «{label}» должно быть меньше или равно значения «{max}».',
    '{label} must not be greater than {max}.',
  ],
  [
    'greaterThan',
    '{label} must be greater than "{limit}".',
    '«{label}» qiymati «{limit}» dan katta bo`lishi kerak.',
    '«{label}» қиймати «{limit}» дан катта бўлиши керак.',
    'Значение «{label}» должно быть больше значения «{limit}».',
  ],
  [
    'lessThan',
    '{label} must be less than "{limit}".',
    '«{label}» qiymati «{limit}» dan kichkina bo`lishi kerak.',
    '«{label}» қиймати «{limit}» дан кичкина бўлиши керак.',
    'Значение «{label}» должно быть меньше значения «{limit}».',
  ],
  [
    'string',
    '{label} must be a string.',
    '«{label}» qiymati satr bo`lishi kerak.',
    '«{label}» қиймати матн бўлиши керак.',
    'Значение «{label}» должно быть строкой.',
  ],
  [
    'uniqueCombo',
    'The combination {value} of {label} has already been taken.',
    'Комбинация {value} параметров {label} уже существует.',
  ],
  [
    'unique',
    '{label} "{value}" has already been taken.',
    '{label} «{value}» avvalroq band qilingan.',
    '{label} «{value}» аввалроқ банд қилинган.',
    'Значение «{value}» для «{label}» уже занято.',
    '{label} has already been taken.',
  ],
  [
    'boolean',
    '{label} must be either "{yes}" or "{no}".',
    '«{label}» qiymati «{yes}» yoki «{no}» bo`lishi kerak.',
    '«{label}» қиймати «{yes}» ёки «{no}» бўлиши керак.',
    'Значение «{label}» должно быть равно «{yes}» или «{no}».',
  ],
  [
    'email',
    '{label} is not a valid email address.',
    '«{label}» qiymati to`g`ri email manzil emas.',
    '«{label}» тўғри электрон манзил эмас.',
    'Значение «{label}» не является правильным email адресом.',
  ],
  [
    'format',
    'The format of {label} is invalid.',
    '«{label}» qiymatning formati noto`g`ri.',
    '«{label}» қийматнинг формати нотўғри.',
    'Неверный формат значения «{label}».',
    '{label} format is invalid.',
    '{label} must be a valid date.',
    '{label} is not a valid date.',
    '{label} must match the format {value}.',
    '{label} does not match the format {value}.',
  ],
  [
    'invalid',
    '{label} is invalid.',
    '«{label}» qiymati noto`g`ri.',
    '«{label}» қиймати нотўғри',
    'Значение «{label}» неверно.',
  ],
];

const generalTemplates: readonly (readonly [kind: GeneralMessageKind, ...texts: string[]])[] = [
  [
    'server',
    'An internal server error occurred.',
    'Serverning ichki xatoligi yuz berdi.',
    'Сервернинг ички хатолиги юз берди.',
    'Возникла внутренняя ошибка сервера.',
    'Server Error',
  ],
  [
    'notFound',
    'Page not found.',
    'Sahifa topilmadi.',
    'Саҳифа топилмади.',
    'Страница не найдена.',
    'Unable to resolve the request: {value}',
    'The route {value} could not be found.',
  ],
  [
    'forbidden',
    'You are not allowed to perform this action.',
    'Sizga ushbu amalni bajarishga ruhsat berilmagan.',
    'Сизга ушбу амални бажаришга руҳсат берилмаган.',
    'Вам не разрешено производить данное действие.',
    'This action is unauthorized.',
  ],
  ['badJson', 'Invalid JSON data in request body: {value}'],
  [
    'missingParams',
    'Missing required parameters: {value}',
    'Quyidagi zarur parametrlar mavjud emas: {value}',
    'Қуйидаги зарур параметрлар мавжуд эмас: {value}',
    'Отсутствуют обязательные параметры: {value}',
  ],
  [
    'invalidParam',
    'Invalid data received for parameter "{value}".',
    '"{value}" parametr qiymati noto`g`ri.',
    '"{value}" параметр қиймати нотўғри.',
    'Неправильное значение параметра "{value}".',
  ],
];

/** Unifies Uzbek apostrophes, which are typed in many ways. */
function foldApostrophes(text: string): string {
  return text.replace(/[`ʻʼ‘’´]/gu, "'");
}

const placeholderPattern: Readonly<Record<string, string>> = {
  min: '(?<min>[-+\\d][\\d\\s.,]*)',
  max: '(?<max>[-+\\d][\\d\\s.,]*)',
  length: '(?<length>\\d[\\d\\s.,]*)',
  word: '\\S+',
};

/** A comparison may name another attribute, in quotation marks, instead of a number. */
const quotedLimit: Readonly<Record<string, string>> = { min: '(?<min>.+?)', max: '(?<max>.+?)' };

function compile(template: string): RegExp {
  const source = foldApostrophes(template)
    .replace(/\.$/u, '')
    .split(/(["«]?\{\w+\})/u)
    .map((part) => {
      const found = /^(["«]?)\{(\w+)\}$/u.exec(part);
      if (!found) return part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      const [, quote = '', name = ''] = found;
      const pattern = (quote === '' ? undefined : quotedLimit[name]) ?? placeholderPattern[name] ?? `(?<${name}>.+?)`;
      return quote + pattern;
    })
    .join('');
  return new RegExp(`^${source}\\.?$`, 'su');
}

interface Compiled<K> {
  readonly kind: K;
  readonly pattern: RegExp;
}

function compileAll<K>(templates: readonly (readonly [kind: K, ...texts: string[]])[]): readonly Compiled<K>[] {
  return templates.flatMap(([kind, ...texts]) => texts.map((text) => ({ kind, pattern: compile(text) })));
}

const compiledFields = compileAll(fieldTemplates);
const compiledGeneral = compileAll(generalTemplates);

export interface ServerMessage {
  readonly kind: RefusalKind;
  /** The sentence's name of the attribute («Order ID»); '' where the sentence is unknown or names none. */
  readonly label: string;
  /** min, max, length, limit, value, as far as the sentence names them. */
  readonly params: Params;
}

/** The label alone: Laravel writes «The order id field …», Yii just the label. */
function bareLabel(label: string): string {
  return label.replace(/^The (?:selected )?/u, '').replace(/ field$/u, '');
}

/** Finds the kind of error that a validator's sentence names. */
export function readServerMessage(message: string): ServerMessage {
  const folded = foldApostrophes(message.trim());
  for (const { kind, pattern } of compiledFields) {
    const groups = pattern.exec(folded)?.groups;
    if (!groups) continue;
    const params: Record<string, string> = {};
    for (const name of ['min', 'max', 'length', 'limit', 'value'] as const) {
      const found = groups[name];
      if (found !== undefined) params[name] = found.trim();
    }
    return { kind, label: bareLabel(groups['label'] ?? ''), params };
  }
  return { kind: 'other', label: '', params: {} };
}

/** Finds the kind of a sentence about the whole request; null where it is unknown. */
export function readGeneralMessage(message: string): GeneralMessageKind | null {
  const folded = foldApostrophes(message.trim());
  return compiledGeneral.find(({ pattern }) => pattern.test(folded))?.kind ?? null;
}
