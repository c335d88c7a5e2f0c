/** Waits for signs of life. */
export interface Attention {
  /** Something came. */
  touch(): void;
  /** Nothing more is expected. */
  stop(): void;
}

/**
 * Calls `onSilence` when nothing came for so many milliseconds. What came while this process itself was busy, as with unpacking a
 * large wheel, is seen first: Node runs overdue timers before it reads from sockets.
 */
export function payAttention(patience: number, onSilence: () => void): Attention {
  let isTouched = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    timer = setTimeout(() => {
      timer = undefined;
      isTouched = false;
      setImmediate(() => {
        if (isTouched) wait();
        else if (!isOver) onSilence();
      });
    }, patience);
  };
  let isOver = false;
  wait();
  return {
    touch() {
      isTouched = !isOver;
      timer?.refresh();
    },
    stop() {
      isOver = true;
      isTouched = false;
      clearTimeout(timer);
    },
  };
}
