import type { Page } from '@playwright/test';

/**
 * What of a page cannot be read: text smaller than 14 pixels of the design, text that is cut off, parts that stick out of
 * their panel, panels that lie on one another, and a page wider than its window. Judged from the layout, not by eye.
 */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const drawnElsewhere = '.fresh-veil, .fresh-corner, .fresh-spoken, .visually-hidden, .unit-map';
    const shown = [...document.querySelectorAll<HTMLElement>('main *')].filter(
      (element) => element.closest(drawnElsewhere) === null && element.checkVisibility({ visibilityProperty: true }),
    );
    const texts = shown
      .map((element) => ({
        element,
        style: getComputedStyle(element),
        text: [...element.childNodes]
          .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''))
          .join(''),
      }))
      .filter(({ text }) => text !== '');
    const small = texts
      .filter(({ style }) => Number.parseFloat(style.fontSize) < 13.9 * unit)
      .map(({ text }) => `small: ${text}`);
    const cut = texts
      .filter(({ style }) => style.overflowX !== 'visible')
      .filter(({ element: { scrollWidth, clientWidth } }) => scrollWidth > clientWidth + 1)
      .map(({ text }) => `cut: ${text}`);
    const panels = [...document.querySelectorAll('main section')].map((section) => ({
      section,
      name: section.getAttribute('aria-label') ?? '',
      box: section.getBoundingClientRect(),
    }));
    const outside = panels.flatMap(({ section, name, box }) =>
      texts
        .filter(({ element }) => section.contains(element))
        .filter(({ element }) => {
          const { left, right, bottom, width } = element.getBoundingClientRect();
          return width > 1 && (left < box.left - 1 || right > box.right + 1 || bottom > box.bottom + 1);
        })
        .map(({ text }) => `outside ${name}: ${text}`),
    );
    const overlaps = panels.flatMap((one, at) =>
      panels
        .slice(at + 1)
        .filter(({ section }) => !section.contains(one.section) && !one.section.contains(section))
        .filter(
          ({ box }) =>
            box.left < one.box.right - 1 &&
            one.box.left < box.right - 1 &&
            box.top < one.box.bottom - 1 &&
            one.box.top < box.bottom - 1,
        )
        .map(({ name }) => `${one.name} lies on ${name}`),
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
    return [...small, ...cut, ...outside, ...overlaps, ...wide];
  });
}
