/**
 * What SurveyJS and React use and the oldest web views lack (docs/browsers.md): iOS 13.0–13.3 has no ResizeObserver.
 * The page's own styles adapt to the width, so that it is enough to say the size once.
 */
if (!('ResizeObserver' in window)) {
  Object.defineProperty(window, 'ResizeObserver', {
    value: function ResizeObserver(callback: (entries: { target: Element; contentRect: DOMRect }[]) => void) {
      return {
        observe: (target: Element) =>
          requestAnimationFrame(() => callback([{ target, contentRect: target.getBoundingClientRect() }])),
        unobserve: () => {},
        disconnect: () => {},
      }
    },
  })
}
