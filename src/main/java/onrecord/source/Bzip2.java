package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Uncompresses bzip2. The only class that names its library, which is optional. */
final class Bzip2 {

  /** The number of bytes by which a stream is recognized. */
  static final int MAGIC_LENGTH = 10;

  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;

  private Bzip2() {}

  /** {@return whether a stream that starts with some bytes is compressed by bzip2} */
  static boolean isMagic(byte[] start) {
    if (start.length < MAGIC_LENGTH
        || start[0] != 'B'
        || start[1] != 'Z'
        || start[2] != 'h'
        || start[3] < '1'
        || start[3] > '9') {
      return false;
    }
    long magic = 0;
    for (int i = 4; i < MAGIC_LENGTH; i++) {
      magic = magic << 8 | (start[i] & 0xFF);
    }
    return magic == BLOCK || magic == END;
  }

  /**
   * {@return the uncompressed content of all streams of a file, one after the other}
   *
   * @throws IOException if the first stream is damaged
   */
  static InputStream open(InputStream compressed) throws IOException {
    return new BZip2CompressorInputStream(compressed, true);
  }
}
