package awssetup.sandbox.slack.blockkit;

/** Where blocks are shown; the number is how many blocks fit. */
enum Surface {
  MESSAGE(50),
  MODAL(100),
  HOME(100);

  final int mostBlocks;

  Surface(int mostBlocks) {
    this.mostBlocks = mostBlocks;
  }
}
