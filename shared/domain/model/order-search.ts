/** The search for sent orders, over all files. Without zod, because the window uses it. */

/** Latest orders whose customers a search looks through, as many as a shop sends in months; numbers are searched in all. */
export const maxSearchedCustomers = 200_000;
