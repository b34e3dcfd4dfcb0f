/** What a screen reader is told of the window: Chromium's accessibility tree, as the debugging protocol gives it. */
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

const valueSchema = z
  .object({ value: z.unknown().optional(), relatedNodes: z.array(z.object({ backendDOMNodeId: z.int() })).optional() })
  .optional();
const nodeSchema = z.object({
  nodeId: z.string(),
  ignored: z.boolean(),
  role: valueSchema,
  name: valueSchema,
  value: valueSchema,
  properties: z.array(z.object({ name: z.string(), value: valueSchema })).optional(),
  childIds: z.array(z.string()).optional(),
  backendDOMNodeId: z.int().optional(),
});
type RawNode = z.infer<typeof nodeSchema>;

export interface SpokenNode {
  readonly role: string;
  readonly name: string;
  readonly value: string;
  /** checked, expanded, focused, invalid, live, modal, pressed, readonly, selected … as far as they are told. */
  readonly states: Readonly<Record<string, unknown>>;
  /** The element that `aria-activedescendant` names. */
  readonly active: SpokenNode | null;
}

const textOf = (value: RawNode['name']): string => {
  const text = value?.value;
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
};

function spoken(node: RawNode, byElement: ReadonlyMap<number, RawNode>): SpokenNode {
  const properties = node.properties ?? [];
  const [target] = properties.find(({ name }) => name === 'activedescendant')?.value?.relatedNodes ?? [];
  const active = target && byElement.get(target.backendDOMNodeId);
  return {
    role: textOf(node.role),
    name: textOf(node.name),
    value: textOf(node.value),
    states: Object.fromEntries(properties.map(({ name, value }) => [name, value?.value])),
    active: active ? spoken(active, new Map()) : null,
  };
}

/** Reads the tree anew each time. Close it when the test is over with the page. */
export class AccessibilityTree {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<AccessibilityTree> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new AccessibilityTree(session);
  }

  /** Everything that is told, in the order in which it is read. */
  async nodes(): Promise<SpokenNode[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    const read = z.array(nodeSchema).parse(nodes);
    const byElement = new Map(
      read.flatMap((node) => (node.backendDOMNodeId === undefined ? [] : [[node.backendDOMNodeId, node]])),
    );
    return read.filter(({ ignored }) => !ignored).map((node) => spoken(node, byElement));
  }

  /** What has the focus. */
  async focused(): Promise<SpokenNode | undefined> {
    return (await this.nodes()).findLast(({ states, role }) => states['focused'] === true && role !== 'RootWebArea');
  }
}
