package awssetup.sandbox.slack.blockkit;

/** Where blocks are shown, with the number of blocks that fit. */
enum Surface {
  MESSAGE(50),
  MODAL(100),
  HOME(100);

  final int mostBlocks;

  Surface(int mostBlocks) {
    this.mostBlocks = mostBlocks;
  }
}
