/** Lists the file's problems by cause: how many, a button that fixes them all, and a link to them. */
import { Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CauseView } from '../../../shared/contract/views.ts';
import type { Severity } from '../../../shared/domain/model/issues.ts';
import { useNavigation } from '../../app/state/navigation.tsx';
import { ProductAnswer } from '../../products/ProductAnswer.tsx';
import { PriceAnswer } from '../../products/PriceAnswer.tsx';
import { TableLink } from '../../products/TableLink.tsx';
import { leadsToTable, productWithoutPrice, unmappedProductKey } from '../../products/unmapped-products.ts';
import { UnmappedLink } from '../../products/UnmappedLink.tsx';
import { ResendOrders } from '../../send/ResendOrders.tsx';
import { useWords } from '../../words/words.ts';
import { fixAllLabel, fixLabel, issueSentence, type ShownFix } from '../issue-words.ts';
import { AlwaysButton } from './AlwaysButton.tsx';
import { FixButton } from './FixButton.tsx';
import { SeverityGlyph } from './IssueCard.tsx';
import { RepeatChoice } from './RepeatChoice.tsx';
import classes from '../Review.module.css';

interface CauseListProps {
  readonly batchId: string;
  readonly causes: readonly CauseView[] | null;
  /** The cause that the rows are narrowed to. */
  readonly chosen: string | null;
  readonly onChoose: (cause: CauseView) => void;
  readonly onFixAll: (cause: CauseView) => void;
  readonly onFix: (fix: ShownFix) => void;
  /** Moves the focus on when a button has disappeared with what it settled. */
  readonly onDone: () => void;
}

const titles = {
  error: 'causes.errors',
  warning: 'causes.warnings',
  notice: 'causes.notices',
} as const satisfies Record<Severity, string>;
/** Causes of orders that are held until a person ticks which of them are new. */
const repeats: ReadonlySet<string> = new Set(['orders.possibleRepeat', 'orders.maybeSentBefore']);
const severities = ['error', 'warning', 'notice'] as const;

export function CauseList({ batchId, causes, chosen, onChoose, onFixAll, onFix, onDone }: CauseListProps): ReactNode {
  const { t } = useWords();
  if (!causes) return <Text className={classes.small}>{t('app.loading')}</Text>;
  if (causes.length === 0) {
    return (
      <div data-testid="no-causes">
        <Text fw={600}>✓ {t('causes.none')}</Text>
        <Text className={classes.small}>{t('causes.none.about')}</Text>
      </div>
    );
  }
  const ofFile = causes.filter(isAboutFile);
  const fileSection =
    ofFile.length === 0 ? null : (
      <Section title={t('causes.file')} testId="causes-file">
        {ofFile.map((cause) => (
          <FileCause key={cause.cause} cause={cause} onFix={onFix} onFixAll={onFixAll} />
        ))}
      </Section>
    );
  // What is asked about the file holds its orders back; what is only told comes last.
  const isAsked = ofFile.some(({ severity }) => severity === 'error');
  return (
    <>
      <UnmappedLink causes={causes} />
      {isAsked ? fileSection : null}
      {severities.map((severity) => {
        const ofSeverity = causes.filter((cause) => cause.severity === severity && !isAboutFile(cause));
        if (ofSeverity.length === 0) return null;
        return (
          <Section key={severity} title={t(titles[severity])} testId={`causes-${severity}`}>
            {ofSeverity.map((cause) => (
              <CauseItem
                key={cause.cause}
                batchId={batchId}
                cause={cause}
                chosen={cause.cause === chosen}
                onChoose={onChoose}
                onFixAll={onFixAll}
                onFix={onFix}
                onDone={onDone}
              />
            ))}
          </Section>
        );
      })}
      {isAsked ? null : fileSection}
    </>
  );
}

const isAboutFile = ({ firstPosition }: CauseView): boolean => firstPosition.row === null;

/** How many orders it is stands in the counted filters, and in each line its own number of cells. */
function Section({
  title,
  testId,
  children,
}: {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section data-testid={testId}>
      <h2 className={classes.causesTitle}>{title}</h2>
      <ul className={classes.causes}>{children}</ul>
    </section>
  );
}

/** A cause about the file as a whole: questions are answered on the Columns screen; a simple fix is applied here. */
function FileCause({
  cause,
  onFix,
  onFixAll,
}: {
  readonly cause: CauseView;
  readonly onFix: (fix: ShownFix) => void;
  readonly onFixAll: (cause: CauseView) => void;
}): ReactNode {
  const words = useWords();
  const { t } = words;
  const { goToStep } = useNavigation();
  const { fixAll } = cause;
  return (
    <li className={classes.causeItem} data-testid="cause" data-code={cause.code}>
      <SeverityGlyph severity={cause.severity} />
      <div style={{ flex: 1, minWidth: 0, fontSize: 13 }}>
        {issueSentence(words, cause)}
        {fixAll?.kind === 'leaveOut' ? (
          <div style={{ marginTop: 4 }}>
            <FixButton variant="light" testId="cause-fix-all" onClick={() => onFixAll(cause)}>
              {fixAllLabel(words, cause)}
            </FixButton>
          </div>
        ) : fixAll?.kind === 'leaveOutWhere' ? (
          <Group gap={6} mt={4}>
            <FixButton variant="default" testId="cause-put-back" onClick={() => onFix(fixAll)}>
              {fixLabel(words, fixAll)}
            </FixButton>
            <FixButton variant="default" testId="cause-take-back" onClick={() => onFix(forgetRows(fixAll))}>
              {fixLabel(words, forgetRows(fixAll))}
            </FixButton>
          </Group>
        ) : fixAll?.kind === 'settle' ? (
          <div style={{ marginTop: 4 }}>
            <FixButton variant="default" testId="cause-take-back" onClick={() => onFix(fixAll)}>
              {fixLabel(words, fixAll)}
            </FixButton>
          </div>
        ) : fixAll || cause.severity === 'error' ? (
          <div style={{ marginTop: 4 }}>
            <FixButton
              variant={cause.severity === 'error' ? 'light' : 'default'}
              testId="cause-answer"
              onClick={() => goToStep('columns', 'all', cause.cause)}
            >
              {t('causes.answer')}
            </FixButton>
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** What takes the rule back that left the rows out. */
function forgetRows({ heading, value }: Extract<ShownFix, { kind: 'leaveOutWhere' }>): ShownFix {
  return { kind: 'settle', thing: { kind: 'rows', heading, value }, settled: false };
}

interface CauseItemProps extends Omit<CauseListProps, 'causes' | 'chosen'> {
  readonly cause: CauseView;
  readonly chosen: boolean;
}

function CauseItem({ batchId, cause, chosen, onChoose, onFixAll, onFix, onDone }: CauseItemProps): ReactNode {
  const words = useWords();
  const { t, formatCount } = words;
  const fix = fixAllLabel(words, cause);
  const unmapped = cause.fixableCount === 0 ? null : unmappedProductKey(cause);
  const priceless = cause.fixableCount === 0 ? null : productWithoutPrice(cause);
  const [saying, setSaying] = useState(false);
  return (
    <li className={classes.causeItem} data-chosen={chosen || undefined} data-testid="cause" data-code={cause.code}>
      <SeverityGlyph severity={cause.severity} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <button
          type="button"
          className={classes.causeButton}
          aria-pressed={chosen}
          title={t('causes.show')}
          data-testid="cause-show"
          onClick={() => onChoose(cause)}
        >
          {cause.field ? <span className={classes.small}>{t(`field.${cause.field}`)} · </span> : null}
          {issueSentence(words, cause)}
        </button>
        {cause.orderCount === cause.count || cause.orderCount === 0 ? null : (
          <Text className={classes.small}>{t('causes.orders', { count: cause.orderCount })}</Text>
        )}
        {fix === null ? null : (
          <div style={{ marginTop: 4 }}>
            <FixButton variant="light" testId="cause-fix-all" onClick={() => onFixAll(cause)}>
              {fix}
            </FixButton>
          </div>
        )}
        {cause.always === null ? null : <AlwaysButton fix={cause.always} onFix={onFix} />}
        {repeats.has(cause.code) ? <RepeatChoice batchId={batchId} cause={cause} onFix={onFix} /> : null}
        {unmapped === null ? null : (
          <div style={{ marginTop: 4 }}>
            {saying ? (
              <ProductAnswer
                product={unmapped}
                count={cause.count}
                opened
                onProduct={(product) => onFix({ kind: 'setProduct', ...product, like: null })}
              />
            ) : (
              <FixButton variant="default" testId="cause-say-product" onClick={() => setSaying(true)}>
                {t('products.say.open')}
              </FixButton>
            )}
          </div>
        )}
        {priceless === null ? null : (
          <PriceAnswer
            product={priceless}
            count={cause.count}
            onProduct={(product) => onFix({ kind: 'setProduct', ...product, like: null })}
          />
        )}
        {cause.fixableCount > 0 && leadsToTable(cause) ? <TableLink /> : null}
        {cause.resendableCount === 0 ? null : (
          <div style={{ marginTop: 4 }}>
            <ResendOrders
              batchId={batchId}
              orders={{ cause: cause.cause }}
              count={cause.resendableCount}
              onDone={onDone}
            />
          </div>
        )}
      </div>
      <span className={classes.causeCount} data-testid="cause-count">
        {formatCount(cause.count)}
      </span>
    </li>
  );
}
