// The bar above the report. What is chosen there is either this panel's own (zoom, pin) or a setting of VS Code's.

import type { MessageFromPage, PreviewLook } from './protocol.ts';

const zooms = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

export class Toolbar {
  readonly element = document.getElementById('toolbar') as HTMLElement;
  /** 0: as wide as the window. */
  zoom = 0;
  #zoomShown = 1;

  /** @param zoomed is told when the reader has chosen another zoom */
  constructor(post: (message: MessageFromPage) => void, zoomed: () => void) {
    const zoomTo = (zoom: number): void => {
      this.zoom = zoom;
      zoomed();
    };
    const larger = (): void => zoomTo(zooms.find((zoom) => zoom > this.#zoomShown + 0.01) ?? 3);
    const smaller = (): void =>
      zoomTo(zooms.findLast((zoom) => zoom < this.#zoomShown - 0.01) ?? 0.5);
    const actions: Readonly<Record<string, (button: HTMLElement) => void>> = {
      pages: () => post({ type: 'choose', key: 'view', value: 'pages' }),
      continuous: () => post({ type: 'choose', key: 'view', value: 'continuous' }),
      larger,
      smaller,
      zoom: () => zoomTo(0),
      findings: (button) => post({ type: 'choose', key: 'findings', value: !isPressed(button) }),
      follow: (button) => post({ type: 'choose', key: 'follow', value: !isPressed(button) }),
      pin: (button) => post({ type: 'pin', isPinned: !isPressed(button) }),
      find: () => post({ type: 'find' }),
      print: () => post({ type: 'print' }),
    };
    for (const [id, action] of Object.entries(actions)) {
      const button = document.getElementById(id);
      button?.addEventListener('click', () => action(button));
    }
    // One stop for the Tab key, and arrows inside, as toolbars have it.
    this.element.addEventListener('keydown', (event) => this.#moveFocus(event));
    window.addEventListener('keydown', (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      if (event.key === '=' || event.key === '+') larger();
      else if (event.key === '-') smaller();
      else if (event.key === '0') zoomTo(0);
      else return;
      event.preventDefault();
    });
    window.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        if (event.deltaY < 0) larger();
        else smaller();
      },
      { passive: false },
    );
  }

  show({ view, findings, follows, isPinned }: PreviewLook): void {
    press('pages', view === 'pages');
    press('continuous', view === 'continuous');
    press('findings', findings);
    press('follow', follows);
    press('pin', isPinned);
  }

  showZoom(zoom: number): void {
    this.#zoomShown = zoom;
    const button = document.getElementById('zoom');
    if (button) button.textContent = `${Math.round(zoom * 100)}%`;
  }

  #moveFocus({ key }: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const buttons = [...this.element.querySelectorAll('button')];
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[(from + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }
}

const isPressed = (button: HTMLElement): boolean => button.ariaPressed === 'true';

function press(id: string, isOn: boolean): void {
  const button = document.getElementById(id);
  if (button) button.ariaPressed = String(isOn);
}
