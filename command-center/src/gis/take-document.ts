/** Where a document's file lies, and how the browser comes to save it. */
export function documentAddress({ id }: { id: string }): string {
  return `/documents/${id}`;
}

export function takeDocument(made: { id: string; fileName: string }): void {
  const link = document.createElement('a');
  link.href = documentAddress(made);
  link.download = made.fileName;
  link.click();
}
