package onrecord.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the parts of a quotation one after another, and never beyond their end. Not thread-safe.
 */
final class PartsInput {

  private static final int GROUP = 7;
  private static final int FOLLOWED = 1 << GROUP;

  private final ByteBuffer bytes;

  PartsInput(BytesRef parts) {
    this.bytes = ByteBuffer.wrap(parts.bytes, parts.offset, parts.length);
  }

  /**
   * {@return the input of all bytes but the last four, which are the checksum, the lowest first}
   *
   * @param attribution what the checksum covers in addition to the other bytes
   * @throws IllegalStateException if the checksum is another one
   */
  static PartsInput checked(BytesRef parts, Optional<Attribution> attribution) {
    int length = parts.length - Integer.BYTES;
    if (length < 0
        || checksum(new BytesRef(parts.bytes, parts.offset, length), attribution)
            != (int) BitUtil.VH_LE_INT.get(parts.bytes, parts.offset + length)) {
      throw damaged();
    }
    return new PartsInput(new BytesRef(parts.bytes, parts.offset, length));
  }

  /** {@return the CRC-32C of bytes, and of an attribution if there is one} */
  static int checksum(BytesRef bytes, Optional<Attribution> attribution) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.bytes, bytes.offset, bytes.length);
    attribution.ifPresent(names -> names.addTo(checksum));
    return (int) checksum.getValue();
  }

  /** {@return an integer in groups of seven bits} */
  int integer() {
    int integer = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += GROUP) {
      int group = oneByte();
      integer |= (group & (FOLLOWED - 1)) << shift;
      if (group < FOLLOWED) {
        return integer;
      }
    }
    throw damaged();
  }

  int oneByte() {
    requireLeft(1);
    return bytes.get() & 0xFF;
  }

  /** {@return eight bytes, the lowest first} */
  long eightBytes() {
    requireLeft(Long.BYTES);
    return Long.reverseBytes(bytes.getLong());
  }

  String text() {
    int length = integer();
    requireLeft(length);
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  /** {@return the texts of a list} */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int left = integer(); left > 0; left--) {
      texts.add(text());
    }
    return texts;
  }

  /** {@return everything that has not been read} */
  BytesRef rest() {
    return new BytesRef(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** Checks that everything has been read. */
  void requireEnd() {
    if (bytes.hasRemaining()) {
      throw damaged();
    }
  }

  private void requireLeft(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw damaged();
    }
  }

  private static IllegalStateException damaged() {
    return new IllegalStateException("the parts of a quotation are damaged");
  }
}
