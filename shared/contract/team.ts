/** Calls about the team's ledger, and how the window shows it. What the window is told leads nobody into the database. */
import { z } from 'zod';
import { paramsSchema } from '../domain/model/issues.ts';
import { teamChoices, teamQuestionSchema } from '../domain/model/team-question.ts';
import { channel, noArgument } from './channel.ts';

/** Null: this computer is in no team. */
export const teamStateSchema = z
  .object({
    /** Computer and name of the database; empty where the team file is missing. */
    address: z.string(),
    /** Since when the ledger answers and lets this computer send, ms since 1970; null: it does not. */
    connectedSince: z.number().nullable(),
    /** Why it does not: `reason.<code>`. */
    reason: z.object({ code: z.string(), params: paramsSchema }).nullable(),
    /** Entries that the others do not know of yet. */
    waiting: z.int(),
    /** A person lets this computer send without the ledger until it answers again. */
    isAlone: z.boolean(),
    /** The database's version beside this app's; `older`: its owner must bring it to this one. */
    age: z.enum(['older', 'same', 'newer']),
    /** Things that two people changed at once: so many are to be chosen. */
    questions: z.int(),
  })
  .nullable();
export type TeamState = z.infer<typeof teamStateSchema>;

/** An order whose computer is not heard of any more. */
const leftOrderSchema = z.object({
  server: z.string(),
  orderId: z.int(),
  state: z.enum(['claimed', 'sending', 'unknown']),
  computer: z.string(),
  /** The operator, else the computer. */
  by: z.string(),
  fileName: z.string(),
  at: z.number(),
  /** Of the entry that a person sees: a decision about another one is refused. */
  version: z.int(),
});
export type LeftOrder = z.infer<typeof leftOrderSchema>;

const teamViewSchema = z.object({
  state: teamStateSchema,
  computers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isThis: z.boolean(),
      /** Seconds since the database last heard of it. */
      silentFor: z.number(),
      hasLeft: z.boolean(),
      /** Orders that it may be sending, and whose fate nobody knows. */
      inHand: z.int(),
      unknown: z.int(),
      /** It is silent for so long that what it had in hand may be taken over. */
      isGone: z.boolean(),
    }),
  ),
  /** Nobody sends until these have told again what they sent: the database was set back. */
  heldBy: z.array(z.string()).nullable(),
  acceptedTwice: z.array(z.object({ server: z.string(), orderId: z.int() })),
  /** The latest, at most 100. */
  left: z.array(leftOrderSchema),
  /** A shop here that nobody named, beside others: it may be one of them; null: there is none. */
  unnamedShop: z
    .object({ name: z.string(), orders: z.int(), products: z.int(), others: z.array(z.string()) })
    .nullable(),
  /** What two people changed at once, the latest first. */
  questions: z.array(teamQuestionSchema),
});
export type TeamView = z.infer<typeof teamViewSchema>;

/** What a team file leads to, shown before this computer joins. */
export const teamOfferSchema = z.object({ fileName: z.string(), address: z.string() });
export type TeamOffer = z.infer<typeof teamOfferSchema>;

const savedFile = z.object({ fileName: z.string().nullable() });

export const teamChannels = {
  /** How the ledger stands, without asking the database. */
  'team.getState': channel(noArgument, z.object({ team: teamStateSchema })),
  'team.getView': channel(noArgument, teamViewSchema),
  /**
   * Shows the save dialog, makes a team's ledger in the database, joins it and saves the team file; null: it was cancelled.
   * `withCertificate`: the open dialog asks first for who signed the database's certificate.
   */
  'team.create': channel(
    z.object({ url: z.string().trim().min(1).max(2000), withCertificate: z.boolean() }),
    savedFile.extend({ isForThisComputerAlone: z.boolean() }),
  ),
  /** Brings the team's database to this version, by its owner's address; `isChanged`: there was something to do. */
  'team.upgrade': channel(z.object({ url: z.string().trim().min(1).max(2000) }), z.object({ isChanged: z.boolean() })),
  /** Saves the team file for another computer by the save dialog; null: it was cancelled. */
  'team.saveFile': channel(noArgument, savedFile),
  /** Shows the open dialog for a team file; `team.offered` says where the chosen one leads. */
  'team.chooseFile': channel(noArgument, noArgument),
  /** Joins with the file that was chosen or dropped last. */
  'team.join': channel(noArgument, noArgument),
  /** `isTold`: the others know of it. */
  'team.leave': channel(noArgument, z.object({ isTold: z.boolean() })),
  /** Sends though a computer that is gone has not told again what it sent, since the database was set back. */
  'team.goOn': channel(noArgument, noArgument),
  /** Sends without the ledger until it answers again; only while it is out of reach. */
  'team.goAlone': channel(noArgument, noArgument),
  /** A person says what became of an order that a computer left behind: the WMS has it, or it has not. */
  'team.settle': channel(
    z.object({
      server: z.string(),
      orderId: z.int(),
      version: z.int(),
      act: z.enum(['there', 'notThere']),
      wmsId: z.int().positive().nullable(),
    }),
    noArgument,
  ),
  /** A person says which of two values counts; refused where either changed since. */
  'team.choose': channel(z.object({ id: z.string(), choice: z.enum(teamChoices) }), noArgument),
  /** Takes over what a computer had in hand that is gone; `count`: orders that are unknown from now on. */
  'team.takeOver': channel(z.object({ computer: z.uuid() }), z.object({ count: z.int() })),
} as const;
