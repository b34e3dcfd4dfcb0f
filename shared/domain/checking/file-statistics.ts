/**
 * Counts over all orders of a file, from which file-level issues are made. Before an order is checked again its counts
 * are subtracted (delta −1), so that they follow the edits.
 */

export type CountDelta = 1 | -1;

export class FileStatistics {
  /** Orders without a status or a date from any source: the question about the delivery date (decision 7). */
  undecidedDeliveries = 0;
  /** Orders that have a date. */
  datedOrders = 0;
  /** Orders that have no date although the sheet has a column for it (decision 7). */
  undatedOrders = 0;
  /** Orders whose delivery date got the default time (decision 9). */
  ordersWithDefaultTime = 0;
  /** Orders whose status cell says nothing about the WMS's status (decision 5). */
  ordersWithForeignStatus = 0;
  /** Orders with a text in a status column that nothing was taken from (decision 5). */
  ordersWithUnusedStatus = 0;
  /** Orders whose id has letters and is refused (decision 11). */
  idsWithLetters = 0;
  /** Orders whose id Excel shortened («1,22E+11»): its digits are lost. */
  idsShortened = 0;
  /** Orders whose region is only «Toshkent», city or region being undecided (decision 24). */
  ambiguousRegions = 0;
  /** Rows whose cell lists several products, while `splitItems` is undecided. */
  cellsListingProducts = 0;
  /** Rows whose products were split without asking, since nothing of them is in doubt. */
  cellsSplitSurely = 0;
  /** Orders whose region was taken from the address. */
  regionsFromAddress = 0;
  /** Keys of orders that the sheet calls cancelled, in all of their rows (decision 39). */
  readonly cancelledOrderKeys = new Set<string>();
  /** Keys of orders that the sheet marks as not to be sent: delivered, unpaid, drafts, fetched, below a heading of cancelled ones. */
  readonly markedOrderKeys = new Set<string>();
  /** Lines whose discount was assumed to be 0 (decision 3). */
  linesWithAssumedDiscount = 0;

  // Lines that give price, discount and final price (decisions 1 and 2):
  /** … and add up only as given. */
  linesThatAddUp = 0;
  /** … and add up only with price and discount exchanged. */
  linesThatAddUpExchanged = 0;
  /** … and add up in no way. */
  linesThatDoNotAddUp = 0;
  /** Lines of several pieces that add up only per piece. */
  linesThatAddUpPerUnitOnly = 0;
  /** Lines of several pieces that add up only per line. */
  linesThatAddUpPerLineOnly = 0;

  /** Decision 1: whether the file's lines say that price and discount are exchanged. */
  get priceAndDiscountLookExchanged(): boolean {
    return (
      this.linesThatAddUpExchanged > 0 &&
      this.linesThatAddUpExchanged >= 9 * (this.linesThatAddUp + this.linesThatDoNotAddUp)
    );
  }

  /** Counts an order whose id is refused. @param code of the remark on its cell */
  countRefusedId(code: string, delta: CountDelta): void {
    if (code === 'values.orderId.letters') this.idsWithLetters += delta;
    if (code === 'values.orderId.scientific') this.idsShortened += delta;
  }
}
