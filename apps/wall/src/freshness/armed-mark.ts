/** A mark is armed at most this long ahead; heartbeats come every second and arm it again. */
export const ARMED_FOR_MS = 5000;
/** After that the last keyframe stays anyway; the number only has to be finite. */
const SHOWN_FOR_MS = 3_600_000;

/**
 * An element that shows itself at a moment to come, whatever happens to this thread: an opacity animation that is already
 * running on the compositor. While the page lives it is set back again and again; when the page freezes, nobody sets it back.
 * The keyframes are flat, so that a wall of armed marks costs no pictures; opacity is all they change, so that no style,
 * layout or paint of the page is needed when they fire. Reduced motion does not apply: nothing moves, and it must not be off.
 */
export interface ArmedMark {
  /** Shows the mark in `dueInMs`, cut to [0, `ARMED_FOR_MS`]. */
  readonly arm: (dueInMs: number) => void;
  /** Hides it and gives its layer back. */
  readonly disarm: () => void;
}

export function armedMark(element: Element): ArmedMark {
  const shownFrom = ARMED_FOR_MS / (ARMED_FOR_MS + SHOWN_FOR_MS);
  let animation: Animation | null = null;
  return {
    arm: (dueInMs) => {
      animation ??= element.animate(
        [
          { opacity: 0, offset: 0 },
          { opacity: 0, offset: shownFrom },
          { opacity: 1, offset: shownFrom },
          { opacity: 1, offset: 1 },
        ],
        { duration: ARMED_FOR_MS + SHOWN_FOR_MS, fill: 'both' },
      );
      animation.currentTime = ARMED_FOR_MS - Math.min(ARMED_FOR_MS, Math.max(0, dueInMs));
      if (animation.playState !== 'running') animation.play();
    },
    disarm: () => {
      animation?.cancel();
      animation = null;
    },
  };
}
