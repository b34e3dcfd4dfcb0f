/** Turns the values of a small chart into an SVG path, with gaps where there is no value. */

/** `width` × `height` px; the highest value touches the top, 0 the bottom. '' if there is nothing to draw. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const highest = Math.max(0, ...values.filter((value) => value !== null));
  if (values.length < 2 || highest === 0) return '';
  const round = (number: number): number => Math.round(number * 10) / 10;
  let path = '';
  let isDrawing = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      isDrawing = false;
      continue;
    }
    const x = round((index / (values.length - 1)) * width);
    const y = round(height - (value / highest) * height);
    path += `${isDrawing ? 'L' : 'M'}${x} ${y}`;
    isDrawing = true;
  }
  return path;
}
