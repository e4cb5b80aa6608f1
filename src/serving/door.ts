/** One protocol's server, as whoever starts and stops the service sees it. */
export interface Door {
  /** "http://127.0.0.1:8080", "127.0.0.1:50051" */
  readonly address: string;
  /** Takes no new connections; settles when the last one is gone. */
  drain(): Promise<void>;
  /** Cuts what is left. */
  cut(): void;
}
