package onrecord.source;

/** Recognizes bzip2, without the library that uncompresses it. */
final class Bzip2Magic {

  /** The number of bytes by which a stream is recognized. */
  static final int LENGTH = 10;

  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;

  private Bzip2Magic() {}

  /** {@return whether a stream that starts with some bytes is compressed by bzip2} */
  static boolean isAt(byte[] start) {
    if (start.length < LENGTH
        || start[0] != 'B'
        || start[1] != 'Z'
        || start[2] != 'h'
        || start[3] < '1'
        || start[3] > '9') {
      return false;
    }
    long magic = 0;
    for (int i = 4; i < LENGTH; i++) {
      magic = magic << 8 | (start[i] & 0xFF);
    }
    return magic == BLOCK || magic == END;
  }
}
