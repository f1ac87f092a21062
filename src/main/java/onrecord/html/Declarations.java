package onrecord.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a page declare: its title, addresses, properties, and linked data. Not
 * thread-safe.
 */
final class Declarations {

  private static final int MAX_VALUES = 2000;
  private static final int MAX_TIMES = 20;
  private static final int MAX_SIGNATURES = 5;

  private final Map<String, List<String>> properties = new LinkedHashMap<>();
  private final List<String> linkedData = new ArrayList<>();
  private final List<Timestamp> timestamps = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private @Nullable String title;
  private @Nullable String canonical;
  private @Nullable String language;
  private int values;

  /**
   * A point in time that an element states for machines.
   *
   * @param value the date and time
   * @param published whether the element declares it the time of publication
   * @param region the block element around it, or null
   */
  record Timestamp(String value, boolean published, @Nullable Region region) {}

  /**
   * {@return the points in time that elements declare to be that of publication, and after these
   * all others; none in the margins, which have the times of other articles}
   */
  List<String> timestamps() {
    return Stream.concat(openTimestamps().filter(Timestamp::published), openTimestamps())
        .map(Timestamp::value)
        .toList();
  }

  private Stream<Timestamp> openTimestamps() {
    return timestamps.stream().filter(t -> t.region() == null || !t.region().isInMargin());
  }

  /** Adds what an element declares. */
  void add(Element element, @Nullable Region region) {
    if (values >= MAX_VALUES) {
      return;
    }
    switch (element.normalName()) {
      case "script" -> addScript(element);
      case "meta" -> addProperty(element, region);
      case "link" -> addLink(element);
      case "title" -> title = title == null ? element.text() : title;
      case "html" -> language = language == null ? element.attr("lang") : language;
      case "time" -> addTime(element, region);
      default -> addItem(element, region);
    }
  }

  private void addScript(Element script) {
    String type = script.attr("type").toLowerCase(Locale.ROOT);
    if (type.contains("ld+json")) {
      values++;
      linkedData.add(script.data());
    }
  }

  private void addProperty(Element meta, @Nullable Region region) {
    String content = meta.attr("content").strip();
    if (content.isEmpty()) {
      return;
    }
    values++;
    addProperty(meta.attr("name"), content);
    addProperty(meta.attr("property"), content);
    String item = meta.attr("itemprop");
    if (item.equalsIgnoreCase("datePublished")) {
      timestamps.add(new Timestamp(content, true, region));
    } else if (!item.isEmpty()) {
      addProperty("itemprop:" + item, content);
    }
  }

  private void addProperty(String name, String content) {
    if (!name.isEmpty()) {
      List<String> contents =
          properties.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1));
      if (!contents.contains(content)) {
        contents.add(content);
      }
    }
  }

  private void addLink(Element link) {
    if (canonical == null && link.attr("rel").equalsIgnoreCase("canonical")) {
      canonical = link.attr("href").strip();
    }
  }

  private void addTime(Element time, @Nullable Region region) {
    if (timestamps.size() >= MAX_TIMES) {
      return;
    }
    String value = time.hasAttr("datetime") ? time.attr("datetime") : time.text();
    if (!value.isBlank()) {
      values++;
      String item = time.attr("itemprop").toLowerCase(Locale.ROOT);
      String names = time.className().toLowerCase(Locale.ROOT);
      boolean published =
          item.equals("datepublished") || time.hasAttr("pubdate") || names.contains("publish");
      boolean modified = item.equals("datemodified") || (names.contains("updated") && !published);
      if (!modified) {
        timestamps.add(new Timestamp(value.strip(), published, region));
      }
    }
  }

  private void addItem(Element element, @Nullable Region region) {
    String item = element.attr("itemprop");
    String rel = element.attr("rel");
    if (item.isEmpty() && rel.isEmpty()) {
      return;
    }
    if (item.equalsIgnoreCase("author") || rel.equalsIgnoreCase("author")) {
      if (signatures.size() >= MAX_SIGNATURES) {
        return;
      }
      Element name = element.selectFirst("[itemprop=name]");
      signatures.add((name == null ? element : name).text());
    } else if (item.equalsIgnoreCase("datePublished") && timestamps.size() < MAX_TIMES) {
      String value = element.hasAttr("content") ? element.attr("content") : element.text();
      timestamps.add(new Timestamp(value.strip(), true, region));
    }
  }

  /** {@return the value of the first of some properties that the page declares} */
  Optional<String> first(String... names) {
    for (String name : names) {
      List<String> contents = properties.getOrDefault(name, List.of());
      if (!contents.isEmpty()) {
        return Optional.of(contents.get(0));
      }
    }
    return Optional.empty();
  }

  /** {@return all values of a property, in the order of the page} */
  List<String> all(String name) {
    return properties.getOrDefault(name, List.of());
  }

  /** {@return the JSON of the linked data of the page, as written} */
  List<String> linkedData() {
    return linkedData;
  }

  /** {@return the names that elements declare to be those of authors, as printed} */
  List<String> signatures() {
    return signatures;
  }

  Optional<String> title() {
    return Optional.ofNullable(title).filter(t -> !t.isBlank());
  }

  Optional<String> canonical() {
    return Optional.ofNullable(canonical).filter(c -> !c.isBlank());
  }

  Optional<String> language() {
    return Optional.ofNullable(language).filter(l -> !l.isBlank());
  }
}
