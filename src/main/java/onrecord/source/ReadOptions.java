package onrecord.source;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How articles are read. Immutable, except for the stream.
 *
 * <p>By default, the format of each file is recognized by its content, fields are found by their
 * usual names, dates whose order of day and month is ambiguous are not read, articles are read
 * whatever their embargo, and standard input is empty.
 */
public final class ReadOptions {

  /** The default options. */
  public static final ReadOptions DEFAULT = builder().build();

  private final @Nullable ArticleFormat format;
  private final ImmutableMap<String, String> fields;
  private final ImmutableList<OwnColumn> own;
  private final FieldNames names;
  private final DateOrder dates;
  private final @Nullable Instant embargoTime;
  private final InputStream standardInput;

  private ReadOptions(Builder builder) {
    this.format = builder.format;
    this.fields = ImmutableMap.copyOf(builder.fields);
    this.own = ImmutableList.copyOf(builder.own);
    this.names = FieldNames.of(fields, own);
    this.dates = builder.dates;
    this.embargoTime = builder.embargoTime;
    this.standardInput = builder.standardInput;
  }

  /** {@return a builder with the default options} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the format of every file; empty if it is recognized by the content} */
  public Optional<ArticleFormat> format() {
    return Optional.ofNullable(format);
  }

  /**
   * {@return the names that fields have in the source, by the component of an article that they
   * hold, such as "Body" by "text"}
   */
  public Map<String, String> fields() {
    return fields;
  }

  /** {@return the columns whose values become those of fields of the owner of the archive} */
  public List<OwnColumn> own() {
    return own;
  }

  /** {@return the order of day, month and year in dates of numbers} */
  public DateOrder dates() {
    return dates;
  }

  /** {@return the time at which embargoes are judged; empty if they are not} */
  public Optional<Instant> embargoTime() {
    return Optional.ofNullable(embargoTime);
  }

  /** {@return the names of fields, specified and usual} */
  FieldNames names() {
    return names;
  }

  /** {@return the stream that the path {@code -} denotes} */
  InputStream standardInput() {
    return standardInput;
  }

  /** A builder of {@link ReadOptions}. Not thread-safe. */
  public static final class Builder {
    private @Nullable ArticleFormat format;
    private Map<String, String> fields = Map.of();
    private List<OwnColumn> own = List.of();
    private DateOrder dates = DateOrder.NONE;
    private @Nullable Instant embargoTime;
    private InputStream standardInput = InputStream.nullInputStream();

    private Builder() {}

    /**
     * Sets the format of every file and stream, whatever its content. Of a folder, all files are
     * then read except hidden ones, whose names start with a dot.
     */
    @CanIgnoreReturnValue
    public Builder format(ArticleFormat value) {
      format = requireNonNull(value, "format");
      return this;
    }

    /**
     * Sets the names that fields have in a table or in JSON objects, by the component of an article
     * that they hold: {@code id}, {@code title}, {@code text}, {@code published}, {@code outlet},
     * {@code section}, {@code authors}, {@code url}, {@code language} or {@code tags}. In JSON, a
     * field of an object within the object is named by a path, such as {@code "body.content"}.
     *
     * @throws IllegalArgumentException if a key is not such a component, or a name is blank
     */
    @CanIgnoreReturnValue
    public Builder fields(Map<String, String> values) {
      Set<String> components = ArticleFields.COMPONENTS;
      values.forEach((component, name) -> {
        if (!components.contains(component)) {
          throw new IllegalArgumentException(
              "component of an article must be one of "
                  + String.join(", ", components)
                  + ", but was '"
                  + component
                  + "'");
        }
        if (name.isBlank()) {
          throw new IllegalArgumentException(
              "name of the field for " + component + " must not be blank");
        }
      });
      fields = ImmutableMap.copyOf(values);
      return this;
    }

    /**
     * Sets the columns of tables, and the fields of JSON objects, whose values become those of
     * fields of the owner of the archive. In tables, several values are separated by vertical bars
     * or semicolons. A value that does not have the type is left out and reported.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    @CanIgnoreReturnValue
    public Builder own(List<OwnColumn> columns) {
      Set<String> names = new HashSet<>();
      for (OwnColumn column : columns) {
        if (!names.add(column.name())) {
          throw new IllegalArgumentException(
              "field " + column.name() + " must be specified once, but was more than once");
        }
      }
      own = List.copyOf(columns);
      return this;
    }

    /** Sets the order of day, month and year in dates of numbers, such as {@code 17/07/2017}. */
    @CanIgnoreReturnValue
    public Builder dates(DateOrder value) {
      dates = requireNonNull(value, "dates");
      return this;
    }

    /**
     * Sets the time at which embargoes are judged, usually the present: an article that its source
     * embargoes until later is not read, but counted. By default, articles are read whatever their
     * embargo.
     */
    @CanIgnoreReturnValue
    public Builder embargoTime(Instant value) {
      embargoTime = requireNonNull(value, "embargoTime");
      return this;
    }

    /** Sets the stream that the path {@code -} denotes; it is not closed. */
    @CanIgnoreReturnValue
    public Builder standardInput(InputStream value) {
      standardInput = requireNonNull(value, "standardInput");
      return this;
    }

    /** {@return the options} */
    public ReadOptions build() {
      return new ReadOptions(this);
    }
  }
}
