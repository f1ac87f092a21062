package onrecord.schema;

import java.util.zip.CRC32C;
import org.apache.lucene.util.BytesRef;

/**
 * The values of a quotation that many others share. Since format 5, they are doc values alone.
 * Immutable.
 *
 * @param speaker the name of the speaker
 * @param rule the rule that attributed the quotation
 */
record Attribution(String speaker, String rule) {

  /** Adds both to a checksum, each after a byte that is in no text. */
  void addTo(CRC32C checksum) {
    add(speaker, checksum);
    add(rule, checksum);
  }

  private static void add(String name, CRC32C checksum) {
    BytesRef bytes = new BytesRef(name);
    checksum.update(0xFF);
    checksum.update(bytes.bytes, bytes.offset, bytes.length);
  }
}
