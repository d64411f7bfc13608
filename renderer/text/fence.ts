/** What is said when drawing a screen failed. */
export const fenceText = {
  title: (screen: string) => `${screen} cannot be drawn.`,
  kept: 'Every edit so far is in the file.',
  next: 'Undo the last edit or go to another screen. This is a fault of the program; please report it with this text:',
};
