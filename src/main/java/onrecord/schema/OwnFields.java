package onrecord.schema;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onrecord.model.FieldType;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** The fields that the owner of an archive has added to it, with their types. Immutable. */
public final class OwnFields {

  private final ImmutableSortedMap<OwnField, FieldType> types;

  private OwnFields(SortedMap<OwnField, FieldType> types) {
    this.types = ImmutableSortedMap.copyOfSorted(types);
  }

  /** {@return the fields that an index has} */
  static OwnFields of(IndexReader reader) {
    SortedMap<OwnField, FieldType> types = new TreeMap<>(Comparator.comparing(OwnField::word));
    for (LeafReaderContext leaf : reader.leaves()) {
      for (FieldInfo info : leaf.reader().getFieldInfos()) {
        OwnIndexField.of(info.name).ifPresent(own -> types.put(own.field(), own.type()));
      }
    }
    return new OwnFields(types);
  }

  /** {@return the types by the fields, in the order of their names} */
  public Map<OwnField, FieldType> types() {
    return types;
  }

  /** {@return where the values of the fields are, in the order of their names} */
  public List<OwnIndexField> all() {
    return types.entrySet().stream()
        .map(own -> new OwnIndexField(own.getKey(), own.getValue()))
        .toList();
  }

  /** {@return the type of a field; empty if the archive does not have it} */
  public Optional<FieldType> type(OwnField field) {
    return Optional.ofNullable(types.get(field));
  }

  /**
   * {@return where the values of a field are}
   *
   * @throws InvalidSearchException if the archive does not have the field
   */
  public OwnIndexField require(OwnField field) {
    return type(field)
        .map(type -> new OwnIndexField(field, type))
        .orElseThrow(() ->
            new InvalidSearchException(
                "the archive has no field " + field.word() + "; " + listed()));
  }

  private String listed() {
    return types.isEmpty()
        ? "no fields have been added to it"
        : "the fields that have been added to it are "
            + types.keySet().stream().map(OwnField::word).collect(Collectors.joining(", "));
  }
}
