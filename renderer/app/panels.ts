import { useState } from 'react';

const PANEL_TABS = ['story', 'related', 'checks'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** What stands beside the article. */
export interface Panels {
  readonly outline: boolean;
  readonly panel: boolean;
  readonly tab: PanelTab;
}

const KEY = 'stet.panels';

/** Narrower windows than this begin with the article alone, whatever was open before (pixels). */
const ROOM_FOR_PANELS = 1100;

/**
 * The panels as they were left, and the way to change them. Where the browser keeps nothing they begin open. Beside two
 * articles (`isCrowded`) they begin closed, and what is opened then is not kept.
 */
export function usePanels(isCrowded: boolean): readonly [Panels, (patch: Partial<Panels>) => void] {
  const [kept, setKept] = useState(begin);
  const [crowded, setCrowded] = useState(ALONE);
  const panels = isCrowded ? { ...kept, ...crowded } : kept;
  const change = (patch: Partial<Panels>): void => {
    const next = { ...panels, ...patch };
    if (isCrowded) {
      setCrowded({ outline: next.outline, panel: next.panel });
      setKept({ ...kept, tab: next.tab });
      return;
    }
    setKept(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without storage the panels are remembered until the page is left.
    }
  };
  return [panels, change];
}

const ALONE = { outline: false, panel: false };

function begin(): Panels {
  const kept = readPanels(stored());
  return window.innerWidth < ROOM_FOR_PANELS ? { ...kept, ...ALONE } : kept;
}

/** Reads what was stored; anything odd is the default. */
export function readPanels(text: string | null): Panels {
  const kept: Partial<Record<keyof Panels, unknown>> = parsed(text);
  return {
    outline: typeof kept.outline === 'boolean' ? kept.outline : true,
    panel: typeof kept.panel === 'boolean' ? kept.panel : true,
    tab: PANEL_TABS.find((tab) => tab === kept.tab) ?? 'story',
  };
}

function parsed(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
