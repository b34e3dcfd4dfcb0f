/** The calls about the app itself: settings, access keys, PIN, server, office copy, watched folder, updates. */
import { z } from 'zod';
import { officeChangesSchema } from './office.ts';
import { accessKeyStateSchema, pinSchema, pinStateSchema, settingsChangeSchema, settingsSchema } from './settings.ts';
import { updateStateSchema } from './updates.ts';
import { watchStateSchema } from './watch.ts';
import { channel, noArgument, ofShop } from './channel.ts';

export const appChannels = {
  'app.getInfo': channel(
    noArgument,
    z.object({
      version: z.string(),
      packaged: z.boolean(),
      platform: z.string(),
      samples: z.array(z.object({ name: z.string() })),
    }),
  ),
  /** Saves versions, settings, counts and the error log (no customer data) by the save dialog; null: it was cancelled. */
  'diagnostics.save': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'updates.getState': channel(noArgument, updateStateSchema),
  /** Looks for a newer version now; what fails is in the state. */
  'updates.check': channel(noArgument, updateStateSchema),
  'settings.get': channel(noArgument, settingsSchema),
  'settings.set': channel(settingsChangeSchema, settingsSchema),
  'accessKey.getState': channel(ofShop, accessKeyStateSchema),
  /** Stores a pasted access key for the server in use. */
  'accessKey.set': channel(ofShop.extend({ key: z.string().trim().min(1).max(8192) }), accessKeyStateSchema),
  'accessKey.logIn': channel(
    ofShop.extend({ login: z.string().min(1).max(255), password: z.string().min(1).max(255) }),
    accessKeyStateSchema,
  ),
  'accessKey.forget': channel(ofShop, accessKeyStateSchema),
  'pin.getState': channel(noArgument, pinStateSchema),
  /** Gives the PIN: what it guards can be done in the next minutes. Fails with `pin.wrong`, `pin.wait`. */
  'pin.enter': channel(z.object({ pin: z.string().max(100) }), noArgument),
  'pin.set': channel(z.object({ pin: pinSchema }), pinStateSchema),
  'pin.remove': channel(noArgument, pinStateSchema),
  /** The PIN was forgotten: it is removed together with every access key of this computer. */
  'pin.forget': channel(noArgument, pinStateSchema),
  /** Checks that the server in use can be reached and accepts the access key; creates nothing. */
  'server.test': channel(
    ofShop,
    z.object({ reachable: z.boolean(), authorised: z.boolean().nullable(), lookupOffered: z.boolean().nullable() }),
  ),
  /** The server that orders go to now; `inside`: it is the practice WMS built into this app. */
  'server.getInUse': channel(
    noArgument,
    z.object({ url: z.string(), identity: z.string(), practice: z.boolean(), inside: z.boolean() }),
  ),
  /** Shows the dialog for the folder that is saved to after each run, and saves; null: it was cancelled. */
  'office.chooseFolder': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'office.saveNow': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'office.stopSaving': channel(noArgument, noArgument),
  /** Shows the open dialog and says what taking the file in would change; null: it was cancelled. */
  'office.look': channel(noArgument, officeChangesSchema.nullable()),
  /** Takes in the file that was looked at last; `theirs`: where both have something, theirs counts. */
  'office.take': channel(z.object({ theirs: z.boolean() }), noArgument),
  'watch.getState': channel(noArgument, watchStateSchema),
  /** Shows the dialog for the folder to be watched; what lies there already is not taken. */
  'watch.choose': channel(noArgument, watchStateSchema),
  'watch.stop': channel(noArgument, watchStateSchema),
  /** Seconds between two looks into the folder; 0: as it needs it. */
  'watch.setPolling': channel(z.object({ seconds: z.int().min(0).max(3600) }), watchStateSchema),
  /** What lay in the folder when it was chosen is taken after all. */
  'watch.takeThoseBefore': channel(noArgument, watchStateSchema),
  /** Opens a file that was left, as `file.choose` does; `batch.opened` tells. */
  'watch.open': channel(z.object({ id: z.int() }), noArgument),
  /** Its line is shown no more; it stays as it is. */
  'watch.dismiss': channel(z.object({ id: z.int() }), watchStateSchema),
} as const;
