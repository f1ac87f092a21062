package onrecord.source;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;

/**
 * Reads the fields that the owner of an archive has added, as Onrecord exports them. Immutable.
 *
 * @param types the types of the fields by their names, such as "article.country"
 */
record ExportedFields(Map<String, FieldType> types) {
  ExportedFields {
    types = ImmutableMap.copyOf(types);
  }

  /**
   * {@return a reader of fields whose types are those of an object}
   *
   * @throws IllegalArgumentException if a type is not one
   */
  static ExportedFields of(Optional<JsonValue> types) {
    ImmutableMap.Builder<String, FieldType> read = ImmutableMap.builder();
    if (types.orElse(null) instanceof JsonValue.Fields object) {
      object
          .fields()
          .forEach((name, type) ->
              read.put(name, FieldType.of(type instanceof JsonValue.Text t ? t.text() : "")));
    }
    return new ExportedFields(read.buildOrThrow());
  }

  /**
   * {@return the fields of an article, a speaker or a quotation}
   *
   * @param owner the word for what has the fields, as in "article.country"
   * @param values the object with a list of values for each field
   * @throws IllegalArgumentException if a field has no type, or a value is not of its type
   */
  Fields of(String owner, Optional<JsonValue> values) {
    Fields.Builder fields = Fields.builder();
    if (values.orElse(null) instanceof JsonValue.Fields object) {
      object.fields().forEach((name, list) -> add(owner, name, list, fields));
    }
    return fields.build();
  }

  private void add(String owner, String name, JsonValue list, Fields.Builder fields) {
    FieldType type = types.get(owner + "." + name);
    if (type == null) {
      throw new IllegalArgumentException(
          "types must have the type of " + owner + "." + name + ", but has none");
    }
    for (String value : JsonValue.texts(Optional.of(list))) {
      fields.add(name, new FieldValue(type, value));
    }
  }
}
