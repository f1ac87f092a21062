package onrecord.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields that the owner of an archive has added to an article or a speaker, such as the country
 * of an outlet or the party of a speaker. Immutable.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="fields"}
 *
 * <p>A field has a name and one or more values, all of one type. The name consists of letters in
 * lower case, digits and underscores, and starts with a letter. An archive has one type for each
 * field of articles and for each field of speakers: that of the first value that is added.
 *
 * @param values the values of each field by its name; each value once, in the order given
 */
public record Fields(SortedMap<String, List<FieldValue>> values) {

  /** No fields. */
  public static final Fields NONE = new Fields(Collections.emptySortedMap());

  /** The maximum number of characters of the name of a field. */
  public static final int MAX_NAME = 64;

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_]*");

  /** The names that are suffixes of fields in the query syntax. */
  private static final Set<String> RESERVED = Set.of("exact", "case", "near", "ordered");

  /**
   * Validates the fields. A field without a value is left out.
   *
   * @throws IllegalArgumentException if a name is not valid, or a field has values of several types
   */
  public Fields {
    TreeMap<String, List<FieldValue>> copy = new TreeMap<>();
    values.forEach((name, given) -> {
      requireName(name);
      List<FieldValue> distinct = List.copyOf(new LinkedHashSet<>(given));
      distinct.forEach(value -> requireType(name, distinct.getFirst().type(), value));
      if (!distinct.isEmpty()) {
        copy.put(name, distinct);
      }
    });
    values = Collections.unmodifiableSortedMap(copy);
  }

  /** Tests whether a text can be the name of a field. */
  public static boolean isName(String name) {
    return name.length() <= MAX_NAME
        && NAME.matcher(name).matches()
        && name.equals(name.toLowerCase(Locale.ROOT))
        && !RESERVED.contains(name);
  }

  /**
   * Checks that a text can be the name of a field.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static void requireName(String name) {
    if (!isName(requireNonNull(name, "name"))) {
      throw new IllegalArgumentException(
          "name of a field must be at most "
              + MAX_NAME
              + " letters in lower case, digits and underscores, start with a letter, and be none of"
              + " exact, case, near and ordered, but was '"
              + (name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "..." : name)
              + "'");
    }
  }

  private static void requireType(String name, FieldType type, FieldValue value) {
    if (value.type() != type) {
      throw new IllegalArgumentException(
          "field "
              + name
              + " must have values of one type, but has a "
              + type.word()
              + " and a "
              + value.type().word());
    }
  }

  /** {@return whether there are no fields} */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** {@return the values of a field, in the order given; empty if there are none} */
  public List<FieldValue> of(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** {@return these fields with those of others, whose values replace those of the same names} */
  public Fields with(Fields others) {
    TreeMap<String, List<FieldValue>> all = new TreeMap<>(values);
    all.putAll(others.values);
    return new Fields(all);
  }

  /** Returns a builder of fields, without any until they are added. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link Fields}. Not thread-safe. */
  public static final class Builder {
    private final SortedMap<String, List<FieldValue>> values = new TreeMap<>();

    private Builder() {}

    /** Adds a value to a field. */
    @CanIgnoreReturnValue
    public Builder add(String name, FieldValue value) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(requireNonNull(value, "value"));
      return this;
    }

    /** Adds a name to a field. */
    @CanIgnoreReturnValue
    public Builder name(String name, String value) {
      return add(name, FieldValue.name(value));
    }

    /** Adds a number to a field. */
    @CanIgnoreReturnValue
    public Builder number(String name, double value) {
      return add(name, FieldValue.number(value));
    }

    /**
     * {@return the fields}
     *
     * @throws IllegalArgumentException if a name is not valid, or a field has values of several
     *     types
     */
    public Fields build() {
      return new Fields(values);
    }
  }
}
