package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Uncompresses bzip2. The only class that names its library, which is optional. */
final class Bzip2 {

  private Bzip2() {}

  /**
   * {@return the uncompressed content of all streams of a file, one after the other}
   *
   * @throws IOException if the first stream is damaged
   */
  static InputStream open(InputStream compressed) throws IOException {
    return new BZip2CompressorInputStream(compressed, true);
  }
}
