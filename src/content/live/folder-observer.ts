/** Told of the folders that are looked at. Paths are below the root. */
export interface FolderObserver {
  /** Called before a folder is listed, so that a watcher misses nothing that comes later. */
  onFolder(path: string, identity: string): void;
  onFolderGone(path: string): void;
}
