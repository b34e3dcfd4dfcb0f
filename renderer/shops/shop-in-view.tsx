/** Which shop a part of the page is about: calls for its key, products and profiles name it. */
import { createContext, use } from 'react';

/** Id of the shop; undefined: the only one. */
export const ShopInView = createContext<string | undefined>(undefined);

/** The part of a call's argument that names the shop. */
export function useShopArgument(): { readonly shop?: string } {
  const shop = use(ShopInView);
  return shop === undefined ? {} : { shop };
}
