package onrecord.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.model.Annotation.Label;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.query.OwnField;
import onrecord.query.OwnField.Owner;

/**
 * The types of the fields that the owner of an archive has added, including those of changes that
 * are not visible yet. Each field has the type of its first value. Thread-safe.
 */
public final class FieldTypes {

  private final Map<OwnField, FieldType> types;

  /** Creates the types of the fields that an archive has. */
  public FieldTypes(OwnFields present) {
    this.types = new HashMap<>(present.types());
  }

  /**
   * Adds the field of a label of a quotation, if it has the type that the archive has for it.
   *
   * @param article the id of the article
   * @throws IllegalArgumentException if it has another type
   */
  public void add(String article, Label label) {
    if (!label.values().isEmpty()) {
      add(
          article,
          List.of(
              new Given(
                  new OwnField(Owner.QUOTATION, label.field()), label.values().getFirst().type())));
    }
  }

  private record Given(OwnField field, FieldType type) {}

  /**
   * Adds the fields of an article, its quotations and their speakers, if they have the types that
   * the archive has for them.
   *
   * @throws IllegalArgumentException if one has another type; then none is added
   */
  public void add(Article article, List<Quotation> quotations) {
    List<Given> given =
        Stream.concat(
                given(Owner.ARTICLE, article.fields()),
                quotations.stream().flatMap(FieldTypes::given))
            .distinct()
            .toList();
    if (!given.isEmpty()) {
      add(article.id(), given);
    }
  }

  private static Stream<Given> given(Quotation quotation) {
    return Stream.concat(
        given(Owner.SPEAKER, quotation.speaker().fields()),
        given(Owner.QUOTATION, quotation.fields()));
  }

  private static Stream<Given> given(Owner owner, Fields fields) {
    return fields.values().entrySet().stream()
        .map(field ->
            new Given(new OwnField(owner, field.getKey()), field.getValue().getFirst().type()));
  }

  private synchronized void add(String article, List<Given> given) {
    Map<OwnField, FieldType> added = new HashMap<>();
    for (Given each : given) {
      FieldType known = types.getOrDefault(each.field(), each.type());
      FieldType other = added.merge(each.field(), each.type(), (first, second) -> first);
      if (known != each.type() || other != each.type()) {
        throw new IllegalArgumentException(
            "field "
                + each.field().word()
                + " of article "
                + article
                + " is a "
                + each.type().word()
                + ", but the archive has it as a "
                + (known == each.type() ? other : known).word()
                + "; a field has one type, so give it another name or that type");
      }
    }
    types.putAll(added);
  }
}
