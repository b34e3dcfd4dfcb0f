/** The icons of the frame. Decoration only: the button that holds one has a name in words. */
import type { ReactNode } from 'react';

function Icon({ size = 18, children }: { readonly size?: number; readonly children: ReactNode }): ReactNode {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

interface Sized {
  readonly size?: number;
}

export function FilesIcon(props: Sized): ReactNode {
  return (
    <Icon {...props}>
      <rect x="4" y="4" width="16" height="16" rx="2" />
      <path d="M4 9h16M9.5 9v11" />
    </Icon>
  );
}

export function SheetIcon(props: Sized): ReactNode {
  return (
    <Icon {...props}>
      <path d="M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z" />
      <path d="M14 3v5h5M9 12.5h7M9 16.5h7M12.5 12.5v4" />
    </Icon>
  );
}

export function GearIcon(props: Sized): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3v3m0 12v3M3 12h3m12 0h3M5.6 5.6l2.2 2.2m8.4 8.4 2.2 2.2m0-12.8-2.2 2.2m-8.4 8.4-2.2 2.2" />
    </Icon>
  );
}

/** A box: the products. */
export function BoxIcon(props: Sized): ReactNode {
  return (
    <Icon {...props}>
      <path d="M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8" />
    </Icon>
  );
}

export function DownIcon(props: Sized): ReactNode {
  return (
    <Icon size={14} {...props}>
      <path d="m6 9 6 6 6-6" />
    </Icon>
  );
}

export function RemoveIcon(props: Sized): ReactNode {
  return (
    <Icon size={16} {...props}>
      <path d="M6 6l12 12M18 6 6 18" />
    </Icon>
  );
}

/** ○ a server that was not asked yet, or not with a key. */
export function NotAskedMark(): ReactNode {
  return (
    <svg aria-hidden width={10} height={10} viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="5" cy="5" r="3.8" />
    </svg>
  );
}

/** ✕ a server that does not answer, or refuses the key. */
export function NoAnswerMark(): ReactNode {
  return (
    <svg aria-hidden width={10} height={10} viewBox="0 0 10 10" stroke="currentColor" strokeWidth="2">
      <path d="M2 2l6 6M8 2 2 8" />
    </svg>
  );
}

/** ● the real WMS, which answers. */
export function LiveMark(): ReactNode {
  return (
    <svg aria-hidden width={10} height={10} viewBox="0 0 10 10">
      <circle cx="5" cy="5" r="4" fill="currentColor" />
    </svg>
  );
}

/** ◌ practice: a dashed ring, which fonts draw too small to be seen. */
export function PracticeMark(): ReactNode {
  return (
    <svg
      aria-hidden
      width={12}
      height={12}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="2.6 1.9"
    >
      <circle cx="6" cy="6" r="4.6" />
    </svg>
  );
}
