/** Watches what answers that accept an order tell beside that: whose account took it, and under which id. */
import type { ClassifiedAttempt } from '../../../shared/domain/sending/classify-attempt.ts';
import type { RunReason } from '../../../shared/domain/sending/run.ts';
import { orderEchoSchema } from '../../../shared/wms/order-create.ts';
import type { ExpectedAccount } from '../sender.ts';
import { AccountGuard } from './account-guard.ts';
import { GivenIds } from './given-ids.ts';

export class AcceptanceGuards {
  readonly #givenIds = new GivenIds();
  readonly account: AccountGuard;

  /** @param account undefined: any will do */
  constructor(account: ExpectedAccount | undefined) {
    this.account = new AccountGuard(account);
  }

  /** @param hold pauses the run; returns whether a person is told of the reason, which they are not where it pauses already */
  check({ answer, wmsId }: ClassifiedAttempt, orderId: number, hold: (reason: RunReason) => boolean): void {
    const echo = orderEchoSchema.safeParse(answer?.data);
    const reason = this.account.check(echo.data?.supplier_buyer_id);
    if (reason !== null && !hold(reason)) this.account.forget();
    this.#givenIds.check(wmsId, orderId, hold);
  }
}
