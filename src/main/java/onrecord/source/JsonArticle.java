package onrecord.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.source.JsonValue.Fields;
import onrecord.source.JsonValue.Items;
import onrecord.source.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object that may be an article, in any of the shapes that scrapers and
 * newsrooms write. Not thread-safe.
 */
final class JsonArticle {

  private static final Set<String> MISSING = Set.of("none", "null", "nan", "n/a", "[]", "{}");
  private static final int LONGEST_MISSING = 4;
  private static final Set<String> NAMES =
      Set.of(
          "name", "label", "value", "title", "rendered", "text", "$date", "$oid", "@id", "@value");
  private static final Set<String> TEXTS =
      Set.of(
          "summary",
          "sections",
          "headline",
          "paragraphs",
          "paragraph",
          "content",
          "text",
          "body",
          "value",
          "rendered");
  private static final String TYPE = "@type";
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

  private final FieldNames names;
  // By component and rank, with the name in the source.
  private final Map<String, TreeMap<Integer, Named>> values = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final GivenQuotations quotations = new GivenQuotations();
  private final NinjsManagement management = new NinjsManagement();
  private @Nullable JsonQuotation alone;
  private @Nullable ExportedArticle exported;

  /** A field of the source. */
  private record Named(String name, JsonValue value) {}

  /** Creates an object without fields. */
  JsonArticle(FieldNames names) {
    this.names = names;
  }

  /** {@return whether a field is known, so that its value is wanted} */
  boolean wants(String name) {
    return exported != null
        || name.equals(ExportedArticle.MARK)
        || !names.uses(name).isEmpty()
        || GivenQuotations.wants(name)
        || NinjsManagement.wants(name)
        || name.equals(TYPE)
        || (alone != null && alone.wants(name));
  }

  /**
   * Adds a field that is wanted.
   *
   * @throws IllegalArgumentException if the object has the field already
   */
  void add(String name, JsonValue value) {
    if (exported != null) {
      exported.add(name, value);
      return;
    }
    if (ExportedArticle.isMark(name, value)) {
      exported = new ExportedArticle();
      fieldNames().forEach(exported::unused);
      return;
    }
    if (alone != null && alone.wants(name)) {
      alone.add(name, value);
      return;
    }
    Optional<JsonQuotation> begun = JsonQuotation.startingAt(name, value);
    if (begun.isPresent()) {
      alone = begun.get();
      return;
    }
    if (NinjsManagement.wants(name)) {
      management.add(name, one(value));
    } else if (names.uses(name).isEmpty()) {
      if (name.equals(TYPE) || name.equals(ExportedArticle.MARK)) {
        unused(name);
      } else {
        quotations.add(name, value);
      }
    }
    for (FieldNames.Use use : names.uses(name)) {
      Optional<JsonValue> used = at(value, use.path());
      if (used.isPresent()) {
        add(use, new Named(name, used.get()));
      }
    }
  }

  private void add(FieldNames.Use use, Named named) {
    Named other =
        values
            .computeIfAbsent(use.component(), key -> new TreeMap<>())
            .putIfAbsent(use.rank(), named);
    if (other != null && use.path().isEmpty() && other.name().equals(named.name())) {
      throw new IllegalArgumentException(
          named.name() + " must occur once, but occurs more than once");
    }
  }

  private static Optional<JsonValue> at(JsonValue value, List<String> path) {
    Optional<JsonValue> at = Optional.of(value);
    for (String name : path) {
      at =
          at.flatMap(outer ->
              outer instanceof Fields object ? object.get(name) : Optional.<JsonValue>empty());
    }
    return at;
  }

  /** Records a field that is not wanted. */
  void unused(String name) {
    if (unknown.size() < 200) {
      unknown.add(name);
    }
  }

  /** {@return whether this object has a text, so that it is an article} */
  boolean hasText() {
    return exported != null
        || (alone != null && !alone.words().isBlank())
        || hasOwnText()
        || quotations.text().isPresent();
  }

  private boolean hasOwnText() {
    for (Named named : values.getOrDefault("text", new TreeMap<>()).values()) {
      if (startsWithLetter(named.value()) || !text(named.value()).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is a text that starts with a letter, so that it is not markup alone. */
  private static boolean startsWithLetter(JsonValue value) {
    return value instanceof Text text
        && text.text().length() > LONGEST_MISSING
        && Character.isLetter(text.text().charAt(0))
        && Character.isLetter(text.text().charAt(LONGEST_MISSING));
  }

  /** {@return the article if Onrecord exported it; empty if another program wrote it} */
  Optional<ExportedArticle> exported() {
    return Optional.ofNullable(exported);
  }

  /** {@return what the newsroom states of the item} */
  NinjsManagement management() {
    return management;
  }

  /** {@return whether this object has a field that may hold a component, whatever its value} */
  boolean hasField(String component) {
    return values.containsKey(component);
  }

  /** {@return whether this object has a title or an address, as articles and references have} */
  boolean isDescribed() {
    return values.containsKey("title") || values.containsKey("url");
  }

  /** {@return the names of the fields, for messages} */
  List<String> fieldNames() {
    List<String> all = new ArrayList<>();
    values.values().forEach(ranked -> ranked.values().forEach(named -> all.add(named.name())));
    all.addAll(unknown);
    return all;
  }

  /**
   * Writes the fields.
   *
   * @param outlet the outlet that is known from elsewhere, for an article that names none
   */
  ArticleFields toFields(Optional<String> outlet) {
    ArticleFields fields = alone == null ? new ArticleFields() : alone.toFields(names, outlet);
    unknown.forEach(fields::unused);
    management.unused().stream().filter(name -> names.uses(name).isEmpty()).forEach(fields::unused);
    quotations.unused().forEach(fields::unused);
    values.forEach((component, ranked) -> {
      if (!fields.has(component)) {
        add(component, ranked, fields);
      }
    });
    typed(fields);
    quotations.complete(fields);
    if (!fields.has("outlet")) {
      outlet.ifPresent(value -> fields.add("outlet", value));
    }
    return fields;
  }

  private static void add(
      String component, SortedMap<Integer, Named> ranked, ArticleFields fields) {
    switch (component) {
      case "text" ->
          first(ranked, fields, value -> text(value)).ifPresent(v -> fields.add("text", v));
      case "published" ->
          first(ranked, fields, JsonArticle::one).ifPresent(fields::addDateIfMissing);
      case "authors", "tags" -> list(component, ranked, fields);
      case "language" ->
          first(ranked, fields, JsonArticle::one)
              .ifPresent(v -> fields.add("language", LanguageName.tag(v).orElse(v)));
      case "outlet" -> outlet(ranked, fields);
      default -> {
        if (OwnColumn.isComponent(component)) {
          ranked.values().forEach(named -> fields.add(component, own(named.value())));
        } else {
          first(ranked, fields, JsonArticle::one).ifPresent(v -> fields.add(component, v));
        }
      }
    }
  }

  /** {@return the values of a field of the owner of the archive} */
  private static List<String> own(JsonValue value) {
    List<JsonValue> items = value instanceof Items list ? list.items() : List.<JsonValue>of(value);
    return items.stream().map(JsonArticle::one).filter(item -> !item.isBlank()).toList();
  }

  /** {@return the quotations that the object gives; null if they are to be extracted} */
  @Nullable List<Quotation> quotationsOf(Article article) {
    return alone == null ? quotations.of(article) : alone.toQuotation().in(article);
  }

  /** Converts a value to text; empty if it has none that is usable. */
  @FunctionalInterface
  private interface Conversion {
    String of(JsonValue value);
  }

  /** {@return the first usable value; the fields after it are not used} */
  private static Optional<String> first(
      SortedMap<Integer, Named> ranked, ArticleFields fields, Conversion conversion) {
    Optional<String> found = Optional.empty();
    for (Named named : ranked.values()) {
      String value = conversion.of(named.value());
      if (found.isEmpty() && !value.isBlank()) {
        found = Optional.of(value);
      } else if (!value.isBlank() && !found.get().equals(value)) {
        fields.unused(named.name());
      }
    }
    return found;
  }

  /** An address under the name of an outlet, as "source" may be, is not an outlet. */
  private static void outlet(SortedMap<Integer, Named> ranked, ArticleFields fields) {
    TreeMap<Integer, Named> outlets = new TreeMap<>(ranked);
    for (Named named : ranked.values()) {
      String value = one(named.value());
      if (ADDRESS.matcher(value).matches()) {
        outlets.values().remove(named);
        if (!fields.has("url")) {
          fields.add("url", value);
        }
      }
    }
    first(outlets, fields, JsonArticle::one).ifPresent(value -> fields.add("outlet", value));
  }

  private static void list(
      String component, SortedMap<Integer, Named> ranked, ArticleFields fields) {
    for (Named named : ranked.values()) {
      List<String> found = new ArrayList<>();
      if (component.equals("authors") && named.value() instanceof Text text) {
        found.addAll(PrintedList.ofAuthors(text.text()));
      } else {
        collect(named.value(), found);
      }
      if (found.isEmpty()) {
        continue;
      }
      if (fields.has(component)) {
        fields.unused(named.name());
      } else {
        fields.add(component, found);
      }
    }
  }

  private static void collect(JsonValue value, List<String> found) {
    switch (value) {
      case Items items ->
          items
              .items()
              .forEach(item -> {
                if (item instanceof Text text) {
                  addElement(text.text(), found);
                } else {
                  collect(item, found);
                }
              });
      case Fields object -> {
        String name = one(object);
        if (!name.isBlank()) {
          found.add(name);
        }
      }
      case Text text -> found.addAll(PrintedList.of(text.text()));
    }
  }

  private static void addElement(String element, List<String> found) {
    if (!element.isBlank() && !isMissing(element)) {
      found.add(element.strip());
    }
  }

  static boolean isMissing(String value) {
    String word = value.strip();
    return word.length() <= LONGEST_MISSING && MISSING.contains(word.toLowerCase(Locale.ROOT));
  }

  /** {@return the one text that stands for a value; empty if there is none} */
  private static String one(JsonValue value) {
    if (value instanceof Text text) {
      return isMissing(text.text()) ? "" : MarkupText.plain(text.text());
    }
    return value instanceof Items items
        ? firstOf(main(items).stream())
        : firstOf(NAMES.stream().sorted().flatMap(name -> ((Fields) value).get(name).stream()));
  }

  private static String firstOf(Stream<JsonValue> values) {
    return values.map(JsonArticle::one).filter(item -> !item.isBlank()).findFirst().orElse("");
  }

  /** {@return the paragraphs of a text, whatever its structure} */
  private static String text(JsonValue value) {
    if (value instanceof Text text) {
      return isMissing(text.text()) ? "" : MarkupText.plain(text.text());
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs(value, paragraphs);
    return String.join("\n\n", paragraphs);
  }

  private static void paragraphs(JsonValue value, List<String> paragraphs) {
    switch (value) {
      case Text text -> {
        String plain = MarkupText.plain(text.text());
        if (!plain.isBlank()) {
          paragraphs.add(plain.strip());
        }
      }
      case Items items -> main(items).forEach(item -> paragraphs(item, paragraphs));
      case Fields object -> {
        if (isText(object)) {
          object
              .fields()
              .forEach((name, part) -> {
                if (TEXTS.contains(FieldNames.significant(name))) {
                  paragraphs(part, paragraphs);
                }
              });
        }
      }
    }
  }

  /**
   * {@return the items that are not renditions of others, which ninjs distinguishes by their role
   * and type of content: those of the main role, or else of the first, in the type of the first}
   */
  private static List<JsonValue> main(Items items) {
    boolean renditions =
        items.items().stream().allMatch(item -> item instanceof Fields object && isRole(object));
    if (!renditions) {
      return items.items();
    }
    List<Fields> all = items.items().stream().map(Fields.class::cast).toList();
    String role =
        all.stream()
            .map(JsonArticle::role)
            .filter("main"::equals)
            .findFirst()
            .orElseGet(() -> all.isEmpty() ? "" : role(all.getFirst()));
    List<Fields> ofRole = all.stream().filter(item -> role(item).equals(role)).toList();
    return ofRole.stream()
        .filter(item -> contentType(item).equals(contentType(ofRole.getFirst())))
        .map(JsonValue.class::cast)
        .toList();
  }

  private static boolean isRole(Fields object) {
    return object.get("value").isPresent()
        && !(role(object).isEmpty() && contentType(object).isEmpty());
  }

  private static String role(Fields object) {
    return object.text("role").orElse("").toLowerCase(Locale.ROOT);
  }

  private static String contentType(Fields object) {
    return object.text("contenttype").or(() -> object.text("contentType")).orElse("");
  }

  /** A part of a text that has a type is text only if the type says so. */
  private static boolean isText(Fields part) {
    String type = part.text("type").orElse("").toLowerCase(Locale.ROOT);
    String subtype = part.text("subtype").orElse("").toLowerCase(Locale.ROOT);
    return type.isEmpty()
        || type.equals("text")
        || type.equals("paragraph")
        || type.equals("heading")
        || type.equals("header")
        || type.equals("sanitized_html") && !subtype.equals("pullquote");
  }

  /** Takes what the typed parts of a text say of the article, where nothing else does. */
  private void typed(ArticleFields fields) {
    for (Named named : values.getOrDefault("text", new TreeMap<>()).values()) {
      if (named.value() instanceof Items items) {
        for (JsonValue item : items.items()) {
          if (item instanceof Fields part) {
            typed(part, fields);
          }
        }
      }
    }
  }

  private static void typed(Fields part, ArticleFields fields) {
    String content = part.get("content").map(JsonArticle::one).orElse("");
    if (content.isBlank()) {
      return;
    }
    switch (part.text("type").orElse("")) {
      case "kicker" -> addIfMissing("section", content, fields);
      case "title" -> addIfMissing("title", content, fields);
      case "byline" -> {
        if (!fields.has("authors")) {
          fields.add("authors", Byline.names(content));
        }
      }
      case "date" -> fields.addDateIfMissing(content);
      default -> {}
    }
  }

  private static void addIfMissing(String component, String value, ArticleFields fields) {
    if (!fields.has(component)) {
      fields.add(component, value);
    }
  }
}
