import { words } from './words.ts';
import { reading } from './reading.ts';
import { values } from './values.ts';
import { headings } from './headings.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';
import { wms } from './wms.ts';
import { sending } from './sending.ts';
import { reporting } from './reporting.ts';
import { app } from './app.ts';
import { settings } from './settings.ts';
import { columns } from './columns.ts';
import { review } from './review.ts';
import { earlier } from './earlier.ts';
import { changes } from './changes.ts';
import { run } from './run.ts';
import { shops } from './shops.ts';
import { settled } from './settled.ts';
import { office } from './office.ts';
import { queue } from './queue.ts';
import { operators } from './operators.ts';
import { team } from './team.ts';
import { watch } from './watch.ts';
import { teamShared } from './team-shared.ts';
import { teamWindow } from './team-window.ts';
import { cli } from './cli.ts';
import { desktop } from './desktop.ts';
import type { Catalogue } from '../translator.ts';

export const uz: Catalogue = {
  ...words,
  ...reading,
  ...values,
  ...headings,
  ...orders,
  ...products,
  ...wms,
  ...sending,
  ...reporting,
  ...app,
  ...settings,
  ...columns,
  ...review,
  ...earlier,
  ...changes,
  ...run,
  ...shops,
  ...settled,
  ...office,
  ...queue,
  ...operators,
  ...team,
  ...watch,
  ...teamShared,
  ...teamWindow,
  ...cli,
  ...desktop,
};
