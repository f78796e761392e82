/** The languages in which the product speaks: both complete, neither a fallback of the other. */
export type Language = 'vi' | 'en';
