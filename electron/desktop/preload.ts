import { contextBridge, ipcRenderer } from 'electron';

// The name is repeated, not imported: a sandboxed preload is one file without imports of its own.
const CHANNEL = 'stet';

/** All that the page is given: two functions that carry plain data over one channel. */
contextBridge.exposeInMainWorld('stet', {
  post(frame: unknown): void {
    ipcRenderer.send(CHANNEL, frame);
  },
  onFrame(listener: (frame: unknown) => void): void {
    ipcRenderer.on(CHANNEL, (_event, frame: unknown) => {
      listener(frame);
    });
  },
});
