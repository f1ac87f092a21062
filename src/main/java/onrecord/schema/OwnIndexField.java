package onrecord.schema;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.model.FieldType;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.OwnField.Owner;
import onrecord.query.OwnOrder;
import org.apache.lucene.search.SortField;

/**
 * The fields in an index that hold the values of a field that the owner of the archive has added.
 * Their names have the owner, the type and the name, such as {@code article_name.country}, so that
 * an index shows which fields it has. Immutable.
 *
 * @param field the field
 * @param type the type of its values
 */
public record OwnIndexField(OwnField field, FieldType type) {

  private static final Pattern INDEXED =
      Pattern.compile(
          "(article|speaker|quotation)_(text|name|number|day)(?:_declared)?\\.(.+)",
          Pattern.DOTALL);

  /** Validates that no component is null. */
  public OwnIndexField {
    requireNonNull(field, "field");
    requireNonNull(type, "type");
  }

  /** {@return the field whose values are in the field of an index; empty if it is another field} */
  static Optional<OwnIndexField> of(String indexed) {
    if (indexed.indexOf('.') < 0) {
      return Optional.empty();
    }
    Matcher name = INDEXED.matcher(indexed);
    if (!name.matches()) {
      return Optional.empty();
    }
    Owner owner = Owner.valueOf(requireNonNull(name.group(1)).toUpperCase(Locale.ROOT));
    return Optional.of(
        new OwnIndexField(
            new OwnField(owner, name.group(3)), FieldType.of(requireNonNull(name.group(2)))));
  }

  /**
   * {@return the name of the field that holds the values: they are stored, and all but texts are
   * searched as a whole and counted}
   */
  public String name() {
    return named("");
  }

  /** {@return the name of the field that holds the words of names} */
  public String words() {
    return named("_words");
  }

  /** {@return the name of the field that holds the words and the stems of texts} */
  public String terms() {
    return named("_terms");
  }

  /** {@return the name of the field that holds numbers, or days as {@link DateNumber}, in order} */
  public String numbers() {
    return named("_order");
  }

  /**
   * {@return the first criterion of the order of hits by this field}
   *
   * @throws InvalidSearchException if it is a text
   */
  public SortField order(OwnOrder.Direction direction) {
    return FieldOrder.of(this, direction);
  }

  /** {@return the name of the field of an article whose labels have the type, whoever has them} */
  public String declared() {
    return named("_declared");
  }

  /** {@return what is indexed of the words in a field of an index} */
  static WordAnalyzer.Form analyzed(String indexed) {
    int dot = indexed.indexOf('.');
    if (indexed.startsWith("_words", dot - "_words".length())) {
      return WordAnalyzer.Form.WORD;
    }
    return indexed.startsWith("_terms", dot - "_terms".length())
        ? WordAnalyzer.Form.BOTH
        : WordAnalyzer.Form.STEM;
  }

  private String named(String suffix) {
    return field.owner().word() + "_" + type.word() + suffix + "." + field.name();
  }

  /** {@return whether the words of the values are in the documents of articles alone} */
  public boolean isSearchedInArticles() {
    return type == FieldType.TEXT && field.owner() == Owner.ARTICLE;
  }
}
