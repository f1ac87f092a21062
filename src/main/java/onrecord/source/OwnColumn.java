package onrecord.source;

import java.util.List;
import java.util.Optional;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;

/**
 * A column of a table, or a field of JSON objects, whose values become those of a field that the
 * owner of the archive adds. Immutable.
 *
 * @param name the name of the field, as in {@link Fields}
 * @param type the type of its values
 * @param source the name of the column, or the path of the field in JSON
 */
public record OwnColumn(String name, FieldType type, String source) {

  private static final String PREFIX = "article.";

  /**
   * Validates the names.
   *
   * @throws IllegalArgumentException if the name cannot be that of a field, or the source is blank
   */
  public OwnColumn {
    Fields.requireName(name);
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "name of the column for the field " + name + " must not be blank");
    }
  }

  /**
   * {@return the column that a text such as "reach=number" or "party=name:Partei" specifies}
   *
   * @throws IllegalArgumentException if the text does not have this form
   */
  public static OwnColumn parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "a field must be NAME=TYPE or NAME=TYPE:COLUMN, but was '" + text + "'");
    }
    String name = text.substring(0, equals);
    String rest = text.substring(equals + 1);
    int colon = rest.indexOf(':');
    return colon < 0
        ? new OwnColumn(name, FieldType.of(rest), name)
        : new OwnColumn(name, FieldType.of(rest.substring(0, colon)), rest.substring(colon + 1));
  }

  /** {@return the name of the component of an article that holds the values while it is read} */
  String component() {
    return component(name);
  }

  private static String component(String name) {
    return PREFIX + name;
  }

  /** {@return whether a component of an article is a field of the owner of the archive} */
  static boolean isComponent(String component) {
    return component.startsWith(PREFIX);
  }

  /** {@return the values in a cell, of which a text is one} */
  List<String> split(String cell) {
    return type == FieldType.TEXT ? List.of(cell) : PrintedList.of(cell);
  }

  /** {@return the value that a text denotes; empty if it is not one of the type} */
  Optional<FieldValue> value(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(new FieldValue(type, text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
