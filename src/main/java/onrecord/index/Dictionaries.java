package onrecord.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Checks the names in the doc values of a segment: there are three ways to read them, by number, by
 * name and in order, each by a part of the index of its own, and they must agree. {@link
 * SegmentContents} reads by number.
 */
final class Dictionaries {

  private Dictionaries() {}

  /** The name with a number. */
  @FunctionalInterface
  private interface Numbered {
    BytesRef name(long number) throws IOException;
  }

  /** The number of a name or, if there is no such name, that of the next one, as -1 minus it. */
  @FunctionalInterface
  private interface Found {
    long number(BytesRef name) throws IOException;
  }

  /**
   * Checks the names of all fields.
   *
   * @throws CorruptIndexException if a name is not found, one is found that is not there, or the
   *     order is another one
   * @throws IOException if the names cannot be read
   */
  static void check(LeafReader segment) throws IOException {
    for (FieldInfo field : segment.getFieldInfos()) {
      switch (field.getDocValuesType()) {
        case SORTED -> {
          SortedDocValues names = DocValues.getSorted(segment, field.name);
          check(
              field.name,
              names.getValueCount(),
              number -> names.lookupOrd((int) number),
              DocValues.getSorted(segment, field.name)::lookupTerm,
              names.termsEnum());
        }
        case SORTED_SET -> {
          SortedSetDocValues names = DocValues.getSortedSet(segment, field.name);
          check(
              field.name,
              names.getValueCount(),
              names::lookupOrd,
              DocValues.getSortedSet(segment, field.name)::lookupTerm,
              names.termsEnum());
        }
        case NONE, NUMERIC, SORTED_NUMERIC, BINARY -> {}
      }
    }
  }

  private static void check(
      String field, long count, Numbered numbered, Found found, TermsEnum inOrder)
      throws IOException {
    // What is not there is searched for between each two names, and at both ends.
    BytesRef absent = new BytesRef();
    for (long number = 0; number < count; number++) {
      BytesRef name = BytesRef.deepCopyOf(numbered.name(number));
      require(name.equals(absent) || found.number(absent) == -1 - number, field, number);
      require(found.number(name) == number, field, number);
      require(name.equals(inOrder.next()) && inOrder.ord() == number, field, number);
      absent = new BytesRef(Arrays.copyOf(name.bytes, name.length + 1));
    }
    require(found.number(absent) == -1 - count && inOrder.next() == null, field, count);
  }

  private static void require(boolean isRight, String field, long number)
      throws CorruptIndexException {
    if (!isRight) {
      throw new CorruptIndexException("value " + number + " is not found rightly", field);
    }
  }
}
