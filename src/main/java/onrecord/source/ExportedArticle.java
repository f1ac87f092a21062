package onrecord.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.source.JsonValue.Fields;
import onrecord.source.JsonValue.Text;
import onrecord.text.CodePoints;

/**
 * An article with its quotations as Onrecord exports it. It is read as it was written: no text is
 * taken for markup, no value for a missing one, and no string for a list. Not thread-safe.
 */
final class ExportedArticle {

  /** The name of the field that comes first. */
  static final String MARK = "onrecord";

  private static final String KIND = "article";
  private static final int UNUSED_KEPT = 200;
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "title",
          "published",
          "outlet",
          "section",
          "authors",
          "url",
          "language",
          "tags",
          "fields",
          "text",
          "types",
          "quotations");

  private final Map<String, JsonValue> values = new HashMap<>();
  private final Set<String> unused = new LinkedHashSet<>();

  /** {@return whether a field marks the object that it begins as such an article} */
  static boolean isMark(String name, JsonValue value) {
    return name.equals(MARK) && value instanceof Text text && text.text().equals(KIND);
  }

  /**
   * Adds a field.
   *
   * @throws IllegalArgumentException if the object has the field already
   */
  void add(String name, JsonValue value) {
    if (!NAMES.contains(name)) {
      unused(name);
    } else if (values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException(name + " must occur once, but occurs more than once");
    }
  }

  /** Records a field that is of no use. */
  void unused(String name) {
    if (unused.size() < UNUSED_KEPT) {
      unused.add(ReadTally.shortened(name));
    }
  }

  /**
   * {@return the article with its quotations, in the order of the text}
   *
   * @param line the line of the source that it starts at
   * @throws IllegalArgumentException if a field is missing or not valid
   */
  ArticleRecord toRecord(SourceInput input, long line) {
    Fields all = new Fields(values);
    ExportedFields own = ExportedFields.of(all.get("types"));
    Article article = article(all, own, input.limits());
    CodePoints text = new CodePoints(article.text());
    List<Quotation> quotations = new ArrayList<>();
    for (JsonValue value : JsonValue.items(all.get("quotations"))) {
      Fields quotation = value instanceof Fields fields ? fields : new Fields(Map.of());
      quotations.add(new ExportedQuotation(quotation, own).in(article, text));
    }
    quotations.sort(Comparator.comparingInt(quotation -> quotation.runs().getFirst().start()));
    return ArticleRecord.read(
        input.source(),
        line,
        article,
        List.copyOf(quotations),
        new ArticleRecord.Notes(unused, Set.of(), Optional.empty()));
  }

  private static Article article(Fields all, ExportedFields own, RecordLimits limits) {
    String text = all.required("text");
    limits.requireText(text);
    Article.Builder article =
        Article.builder(all.required("id"), text)
            .title(all.text("title").orElse(""))
            .authors(JsonValue.texts(all.get("authors")))
            .tags(JsonValue.texts(all.get("tags")))
            .fields(own.of("article", all.get("fields")));
    all.text("published").map(Published::parse).ifPresent(article::published);
    all.text("outlet").ifPresent(article::outlet);
    all.text("section").ifPresent(article::section);
    all.text("url").ifPresent(article::url);
    all.text("language").ifPresent(article::language);
    return article.build();
  }
}
