/** Hands the reader a file. */

/** Saves `blob` under `name`, as the browser's downloads do. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the task ends; the address is not needed afterwards.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
