package onrecord.search;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import onrecord.query.InvalidSearchException;
import onrecord.query.Scoring;
import onrecord.query.Search;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The end of a page, from which the next page continues. Immutable.
 *
 * @param snapshot the id of the snapshot
 * @param search a hash of the search
 * @param shown the number of hits up to the end of the page
 * @param last the last of them, with the values that it is sorted by
 */
record Cursor(String snapshot, long search, long shown, FieldDoc last) {

  private static final int VERSION = 1;

  /** {@return a hash of the properties of a search that must be the same for all its pages} */
  static long hash(Search search) {
    String same =
        String.join(
            "\n",
            search.query().toString(),
            search.filters().toString(),
            search.sort().toString(),
            search.kinds().toString(),
            search.scoring().equals(Scoring.WORDS) ? "" : search.scoring().toString(),
            String.valueOf(search.distinct()));
    byte[] bytes = new byte[2 * same.length()];
    for (int i = 0; i < same.length(); i++) {
      bytes[2 * i] = (byte) (same.charAt(i) >>> Byte.SIZE);
      bytes[2 * i + 1] = (byte) same.charAt(i);
    }
    return Hashing.sha256().hashBytes(bytes).asLong();
  }

  /** {@return the text form, which {@link #parse} reads} */
  String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(snapshot);
      out.writeLong(search);
      out.writeLong(shown);
      out.writeInt(last.doc);
      out.writeByte(last.fields.length);
      for (Object field : last.fields) {
        write(out, field);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, @Nullable Object field) throws IOException {
    switch (field) {
      case null -> out.writeByte('n');
      case Float value -> {
        out.writeByte('f');
        out.writeFloat(value);
      }
      case Integer value -> {
        out.writeByte('i');
        out.writeInt(value);
      }
      case Long value -> {
        out.writeByte('l');
        out.writeLong(value);
      }
      case Double value -> {
        out.writeByte('d');
        out.writeDouble(value);
      }
      case BytesRef value -> {
        out.writeByte('b');
        out.writeInt(value.length);
        out.write(value.bytes, value.offset, value.length);
      }
      default -> throw new IllegalStateException("hits are sorted by " + field.getClass());
    }
  }

  /**
   * Parses the text form.
   *
   * @throws InvalidSearchException if it is malformed
   */
  static Cursor parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw malformed(text, e);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw malformed(text, null);
      }
      String snapshot = in.readUTF();
      long search = in.readLong();
      long shown = in.readLong();
      int doc = in.readInt();
      @Nullable Object[] fields = new @Nullable Object[in.readUnsignedByte()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = read(in);
      }
      if (in.read() >= 0 || doc < 0) {
        throw malformed(text, null);
      }
      return new Cursor(snapshot, search, shown, new FieldDoc(doc, Float.NaN, fields));
    } catch (IOException e) {
      throw malformed(text, e);
    }
  }

  private static @Nullable Object read(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'n' -> null;
      case 'f' -> in.readFloat();
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 'd' -> in.readDouble();
      case 'b' -> {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
          throw new IOException("text of " + length + " bytes");
        }
        yield new BytesRef(in.readNBytes(length));
      }
      default -> throw new IOException("field of an unknown type");
    };
  }

  private static InvalidSearchException malformed(String text, @Nullable Exception cause) {
    String shown = text.length() > 50 ? text.substring(0, 50) + "..." : text;
    return new InvalidSearchException(
        "cursor must be one that a search has returned, but was '" + shown + "'", cause);
  }

  /**
   * {@return this cursor, which is checked to belong to a search}
   *
   * @param order the order of the hits of the search
   * @throws InvalidSearchException if it belongs to another search
   */
  Cursor of(Search other, HitOrder order) {
    if (search != hash(other) || !order.fits(last.fields)) {
      throw new InvalidSearchException(
          "cursor belongs to another search; query, filters, order, scoring and kinds of quotations must"
              + " be the same on all pages");
    }
    return this;
  }
}
