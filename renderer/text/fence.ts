/** What is said when drawing a screen failed. */
export const fenceText = {
  title: (screen: string) => `${screen} cannot be drawn.`,
  kept: 'Every edit so far is in the file.',
  next:
    'Undo the last edit or go to another screen. Please report this fault of the program with this text:',
};
