/** What may be the address of a folder with new versions of the app. */

const webAddress = /^https?:\/\/[^\s/@?#\\]+(?:\/[^\s?#\\]*)?$/iu;

/** Whether the text is an address of the web; one with a login in it is not taken: settings are shown, and saved for support. */
export function isUpdateAddress(text: string): boolean {
  return webAddress.test(text);
}
