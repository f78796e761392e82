/** Hands a file to the person; the browser asks where to. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The click only starts the download: the address must outlive it.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** `flagtower-received-20261124-104207.csv`: sorts by time, and works on every file system. */
export function fileName(view: string, at: Date, ending: string): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `flagtower-${view}-${stamp}z.${ending}`;
}
