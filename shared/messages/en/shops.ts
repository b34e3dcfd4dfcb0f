/** Shops: whose orders a file holds. */
export const shops = {
  'shop.first': 'Main shop',
  'cli.shops': 'the shops whose orders are sent from here: a key, products, profiles and numbers for each',
  'cli.shops.list': 'lists the shops',
  'cli.shops.add': 'adds a shop, or brings back one that was removed',
  'cli.shops.remove': 'removes a shop from the list; its files, products and orders stay',
  'cli.shops.none': 'There is one shop only, without a name. Add shops with: order-importer shops add NAME',
  'cli.shops.added': 'Shop added: {name}.',
  'cli.shops.firstNamed':
    'What was here before (products, profiles, numbers, sent orders) belongs to a shop of its own, «{name}».',
  'cli.shops.removed': 'Shop removed: {name}. Its files, products and orders stay.',
  'cli.option.shop': 'name of the shop whose orders these are; without it the file tells, where that is sure',
  'cli.check.shop': 'Shop: {shop}',
  'cli.check.shopUnsure':
    'It is not sure whose orders these are ({names}).{ofRemoved, select, yes { The file looks like one of «{removed}», which was removed from the list: if it is, add that shop again.} other {}} Products and numbers are looked up once you name the shop with --shop.',
  'cli.send.shop': 'Shop: {shop}',
  'error.shop.unknown':
    'There is no shop called «{name}». The shops: {names}. Add one with: order-importer shops add NAME',
  'error.shop.unsure':
    'It is not sure whose orders these are.{ofRemoved, select, yes { The file looks like one of «{removed}», which was removed from the list: if it is, add that shop again.} other {}} The shops: {names}.',
  'option.shop.unsure': 'Name the shop with --shop NAME.',
  'error.shop.nameTaken': 'There is a shop called «{name}» already. Choose another name.',
  'error.shop.gone': 'This shop was removed in the meantime. Open the list of shops again.',
  'error.shop.last': 'This is the only shop; it cannot be removed. Add another one first.',
  'error.shop.undecided': 'First say whose orders these are: choose the shop at the top.',
  'error.batch.shopFixed':
    'Orders of this file were sent for its shop already, so it stays with it. Open the file again and choose the other shop.',
  'issue.orders.numberOfOtherShop':
    'This number was used in the shop «{shop}» ({fileName}, {at}). It is another order; the WMS takes each number once. Give this file numbers of our own.',
  'option.orders.numberOfOtherShop': '(--own-numbers START)',
  'option.orders.numbersOfOtherShop': '(--own-numbers START)',
  'issue.orders.numbersOfOtherShop':
    '{count, plural, one {# number of this file was} other {# numbers of this file were}} used in the shop «{shop}» already ({number}, for one). They are other orders, but the WMS takes each number once. Which numbers should this file’s orders get?',
  'shop.word': 'Shop',
  'shop.ask': 'Whose orders are these?',
  'shop.ask.about': 'The file does not tell. Products, numbers and the access key are those of its shop.',
  'shop.ask.removed':
    'The file looks like one of «{name}», which was removed from the list of shops. If it is, add that shop again in Settings › Shops, then open the file anew; else choose.',
  'shop.of': 'Orders of {shop}: change',
  'shop.unknown': 'Shop?',
  'shop.plan.ask': 'First say whose orders these are: choose the shop at the top.',
  'shop.plan.noKey': 'To send to this WMS the shop «{shop}» needs an access key of its own.',
  'shops.title': 'Shops',
  'shops.one':
    'All files are of one shop. Where you send the orders of several, add them: each has its own key, products, saved settings and numbers.',
  'shops.about':
    'Each has its own access key, products, saved settings and numbers. The file tells whose it is; where it does not, you are asked.',
  'shops.add': 'Add shop',
  'shops.add.name': 'Name of the shop',
  'shops.change': 'Change',
  'shops.change.of': 'Change «{name}»',
  'shops.save': 'Save',
  'shops.remove': 'Remove',
  'shops.remove.of': 'Remove «{name}»',
  'shops.remove.sure': 'Remove «{name}» from the list? Its files, products and sent orders stay.',
  'shops.account': 'Account in the WMS',
  'shops.account.is': 'account {account}',
  'shops.start': 'Numbers from',
  'shops.start.is': 'numbers from {start}',
  'reason.run.accountOfOtherShop':
    'The WMS wrote this order down for account {account}, which is the shop «{shop}»’s: the access key is perhaps that shop’s. The run has paused after it. If both shops share the account, go on; if not, stop and give the right key.',
  'reason.run.otherAccount':
    'The WMS wrote this order down for account {account}, not for {expected}: the access key is perhaps another shop’s. The run has paused after it. If {account} is right, go on; if not, stop and give the right key.',
  'cli.option.account':
    'account of the shop in the WMS (supplier_buyer_id), kept with the shop; an answer with another one pauses the run',
  'products.offer': 'In «{shop}» it is product {product}: use it here, too',
  'products.offer.variation': 'In «{shop}» it is product {product}, variation {variation}: use it here, too',
  'plan.money.cause.orders.prepaid':
    'Paid before: the courier would take the whole sum. Tell the WMS’s people, or lower the price.',
  'plan.money.cause.orders.deliveryFee':
    'Delivery fee that is not sent: the courier would not take it. Tell the WMS’s people, or add it to a price.',
  'plan.money.cause.orders.paidAlready':
    'It says that it is paid: the courier would take the money again. Tell the WMS’s people.',
  'plan.money.cause.orders.noteOfMoney': 'Notes that speak of money are not sent. Tell the WMS’s people.',
} as const satisfies Record<string, string>;
