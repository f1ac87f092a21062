package onrecord.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.QuotationKind;
import onrecord.model.Speaker;
import onrecord.source.JsonValue.Fields;
import onrecord.source.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is a quotation by itself, with a description of its article: a hit that
 * Onrecord wrote, or a {@code Quotation} of schema.org. Not thread-safe.
 */
final class JsonQuotation {

  private static final Set<String> OF_SCHEMA =
      Set.of("identifier", "text", "author", "credittext", "isbasedon");

  /** The quotation of a hit; null if the fields are those of schema.org. */
  private final @Nullable Fields hit;

  private final Map<String, JsonValue> values = new HashMap<>();

  private JsonQuotation(@Nullable Fields hit) {
    this.hit = hit;
  }

  /** {@return the quotation that begins with a field; empty if none does} */
  static Optional<JsonQuotation> startingAt(String name, JsonValue value) {
    if (name.equals("quotation") && value instanceof Fields fields) {
      return Optional.of(new JsonQuotation(fields));
    }
    return name.equals("@type") && value instanceof Text type && type.text().equals("Quotation")
        ? Optional.of(new JsonQuotation(null))
        : Optional.empty();
  }

  /** {@return whether a field belongs to the quotation or describes its article} */
  boolean wants(String name) {
    return hit == null ? OF_SCHEMA.contains(FieldNames.significant(name)) : name.equals("article");
  }

  /** Adds a field that is wanted. */
  void add(String name, JsonValue value) {
    values.putIfAbsent(FieldNames.significant(name), value);
  }

  /** {@return the words of the quotation; empty if it has none} */
  String words() {
    return hit == null ? text("text").orElse("") : hit.text("text").orElse("");
  }

  private Optional<String> text(String name) {
    return values.get(name) instanceof Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** {@return the fields of the article, of which the text are the words of the quotation} */
  ArticleFields toFields(FieldNames names, Optional<String> outlet) {
    JsonArticle article = new JsonArticle(names);
    if (values.get(hit == null ? "isbasedon" : "article") instanceof Fields described) {
      described
          .fields()
          .forEach((name, value) -> {
            boolean replaced =
                names.uses(name).stream()
                    .anyMatch(use -> List.of("id", "text").contains(use.component()));
            if (!replaced && article.wants(name)) {
              article.add(name, value);
            }
          });
    }
    ArticleFields fields = article.toFields(outlet);
    fields.add("text", words());
    Optional<String> id = hit == null ? text("identifier") : hit.text("id");
    fields.add("id", id.orElse(""));
    return fields;
  }

  /** {@return the quotation as the source gives it} */
  LoneQuotation toQuotation() {
    return hit == null
        ? new LoneQuotation(author(), QuotationKind.DIRECT, 1)
        : new LoneQuotation(
            hit.get("speaker").orElse(null) instanceof Fields speaker
                ? speaker(speaker)
                : Speaker.UNKNOWN,
            LoneQuotation.kind(hit.text("kind").orElse("")),
            GivenQuotations.confidence(hit.text("confidence")));
  }

  /** {@return a speaker as Onrecord writes it} */
  static Speaker speaker(Fields given) {
    return LoneQuotation.speaker(
        given.text("name").orElse(""),
        given.text("type").orElse(""),
        given.text("description"),
        given.text("id"),
        given.text("printed"));
  }

  private Speaker author() {
    return values.get("author") instanceof Fields author
        ? LoneQuotation.speaker(
            author.text("name").orElse(""),
            author.text("@type").orElse(""),
            author.text("description"),
            author.text("identifier"),
            author.text("alternateName"))
        : LoneQuotation.speaker(
            text("credittext").or(() -> text("author")).orElse(""),
            values.containsKey("author") ? "" : "UNNAMED",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
