package onrecord.schema;

import com.google.errorprone.annotations.Immutable;
import java.util.Optional;
import org.apache.lucene.document.Field.Store;

/**
 * How the values of a field are kept in the index. Immutable.
 *
 * @param terms what is searched
 * @param values the doc values, which are counted and sorted by
 * @param store whether the values are stored, so that they can be read back
 * @param words the format since which the words of the values are indexed in a field of their own;
 *     0 if they are not
 * @param numbers the field whose integers the values are counted by, if not by themselves
 */
@Immutable
record Layout(Terms terms, Values values, Store store, int words, Optional<IndexField> numbers) {

  /** A value that is only read back. */
  static final Layout STORED = new Layout(Terms.NONE, Values.NONE, Store.YES, 0, Optional.empty());

  /** A name, searched as a whole and read back. */
  static final Layout NAME = new Layout(Terms.NAME, Values.NONE, Store.YES, 0, Optional.empty());

  /** A text, searched by English stems and read back. */
  static final Layout TEXT = new Layout(Terms.STEMS, Values.NONE, Store.YES, 0, Optional.empty());

  /** An integer that is counted or sorted by. */
  static final Layout INTEGER =
      new Layout(Terms.NONE, Values.INTEGER, Store.NO, 0, Optional.empty());

  /** A decimal number, searched by range, counted, sorted by and read back. */
  static final Layout DECIMAL =
      new Layout(Terms.DECIMAL, Values.DECIMAL, Store.YES, 0, Optional.empty());

  /** The days of a date, searched by range. */
  static final Layout DAYS = new Layout(Terms.DAYS, Values.NONE, Store.NO, 0, Optional.empty());

  /** Bytes that are compared. */
  static final Layout BYTES = new Layout(Terms.NONE, Values.BYTES, Store.NO, 0, Optional.empty());

  /** What is searched in a field. */
  enum Terms {
    /** Nothing. */
    NONE(""),
    /** Whole names. */
    NAME("name"),
    /** The English stems of the words of a text. */
    STEMS("stems"),
    /** Integers. */
    INTEGER("integer"),
    /** Decimal numbers. */
    DECIMAL("decimal"),
    /** Ranges of days. */
    DAYS("range of days");

    private final String label;

    Terms(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** What doc values a field has. */
  enum Values {
    /** None. */
    NONE(""),
    /** One name. */
    NAME("name"),
    /** Any number of names. */
    NAMES("names"),
    /** One integer. */
    INTEGER("integer"),
    /** One decimal number. */
    DECIMAL("decimal"),
    /** Bytes. */
    BYTES("bytes");

    private final String label;

    Values(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** {@return whether the values are searched as a whole} */
  boolean hasWholeTerms() {
    return terms != Terms.NONE && terms != Terms.STEMS;
  }

  /** {@return this layout with a different set of terms} */
  Layout searched(Terms by) {
    return new Layout(by, values, store, words, numbers);
  }

  /** {@return this layout with doc values} */
  Layout with(Values other) {
    return new Layout(terms, other, store, words, numbers);
  }

  /** {@return this layout with names that are counted} */
  Layout counted() {
    return with(Values.NAMES);
  }

  /** {@return this layout without stored values} */
  Layout unstored() {
    return new Layout(terms, values, Store.NO, words, numbers);
  }

  /** {@return this layout with a field for the words, which has existed since a format} */
  Layout words(int since) {
    return new Layout(terms, values, store, since, numbers);
  }

  /** {@return this layout for dates, which are counted by the integers of another field} */
  Layout countedIn(IndexField integers) {
    return new Layout(terms, values, store, words, Optional.of(integers));
  }
}
