/** A frame is plain data: what structured clone and the codec both carry (no functions, no class instances). */
export type Frame = unknown;

/** Carries frames both ways, in order. Hosts supply one of these and nothing else. */
export interface Transport {
  post(frame: Frame): void;
  /** Every frame that arrives goes to every listener. Returns the way to stop listening. */
  onFrame(listener: (frame: Frame) => void): () => void;
  /** Called once when no further frame will arrive. Returns the way to stop listening. */
  onClose(listener: () => void): () => void;
  close(): void;
}
