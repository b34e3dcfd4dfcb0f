/** Tells a zone of a shop («Vodiy», «Zone 2», «Центр») from a region: it is none, and may be several. Own compilation. */
import { fold } from '../values/fold.ts';

const numbered = /^(?:zona|zone|зона|маршрут|marshrut|route|сектор|sektor|sector|худуд|hudud)(?: ?\p{L})?(?: ?\d+)?$/u;
const named =
  /^(?:vodiy|водий|долина|voha|воха|оазис|markaz|марказ|центр|center|centre|юг|север|запад|восток|janub|жануб|shimol|шимол|sharq|шарк|garb|гарб|south|north|east|west|poytaxt|пойтахт|столица|capital)(?: (?:tomon|томон|taraf|тараф|hudud|худуд|zona|зона|\d+))?$/u;

/** Whether the text is a zone's name, and nothing else. */
export function isZoneName(text: string): boolean {
  const folded = fold(text);
  return numbered.test(folded) || named.test(folded);
}
