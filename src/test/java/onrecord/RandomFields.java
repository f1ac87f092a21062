package onrecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.query.OwnField;

/** Fields of the owner of an archive with few values, of which there may be several or none. */
final class RandomFields {

  /** All fields, with their types. */
  static final Map<OwnField, FieldType> TYPES =
      Map.ofEntries(
          Map.entry(OwnField.ofArticle("country"), FieldType.NAME),
          Map.entry(OwnField.ofArticle("reach"), FieldType.NUMBER),
          Map.entry(OwnField.ofArticle("filed"), FieldType.DAY),
          Map.entry(OwnField.ofArticle("summary"), FieldType.TEXT),
          Map.entry(OwnField.ofSpeaker("country"), FieldType.NAME),
          Map.entry(OwnField.ofSpeaker("age"), FieldType.NUMBER),
          Map.entry(OwnField.ofSpeaker("born"), FieldType.DAY),
          Map.entry(OwnField.ofSpeaker("bio"), FieldType.TEXT),
          Map.entry(OwnField.ofQuotation("country"), FieldType.NAME),
          Map.entry(OwnField.ofQuotation("age"), FieldType.NUMBER),
          Map.entry(OwnField.ofQuotation("due"), FieldType.DAY),
          Map.entry(OwnField.ofQuotation("memo"), FieldType.TEXT));

  /** The names, of which some are equal in a search, and one is that of a missing value. */
  static final List<String> NAMES =
      List.of("Ireland", "ireland", "\u00c9ire", "E\u0301ire", "Bridge Land", "(unknown)", "!x");

  static final List<Double> NUMBERS = List.of(-2.5, 0.0, -0.0, 1e-3, 10.0, 250.0, 1e15);

  private final RandomGenerator random;
  private final RandomArticles articles;

  RandomFields(RandomGenerator random, RandomArticles articles) {
    this.random = random;
    this.articles = articles;
  }

  Fields of(OwnField.Owner owner) {
    Fields.Builder fields = Fields.builder();
    TYPES.forEach((field, type) -> {
      if (field.owner() == owner) {
        // A text has one value, in which all the words of a query must be.
        for (int i = random.nextInt(type == FieldType.TEXT ? 2 : 4); i > 0; i--) {
          fields.add(field.name(), value(type));
        }
      }
    });
    return fields.build();
  }

  /** {@return the fields of the owner of a field: of the article, the quotation or its speaker} */
  static Fields of(OwnField.Owner owner, Article article, Quotation quotation) {
    return switch (owner) {
      case ARTICLE -> article.fields();
      case SPEAKER -> quotation.speaker().fields();
      case QUOTATION -> quotation.fields();
    };
  }

  FieldValue value(FieldType type) {
    return switch (type) {
      case NAME -> FieldValue.name(articles.some(NAMES));
      case NUMBER -> FieldValue.number(articles.some(NUMBERS));
      case DAY -> FieldValue.day(day());
      case TEXT ->
          FieldValue.text(
              articles.some(articles.some(RandomArticles.WORDS))
                  + " "
                  + articles.some(articles.some(RandomArticles.WORDS)));
    };
  }

  private LocalDate day() {
    return articles.day();
  }

  /** The fields that can be counted. */
  static Stream<OwnField> counted(List<OwnField> fields) {
    return fields.stream().filter(field -> TYPES.get(field) != FieldType.TEXT);
  }
}
