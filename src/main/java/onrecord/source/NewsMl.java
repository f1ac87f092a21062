package onrecord.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Converts the news items of NewsML-G2, the exchange format of the IPTC, whose text is in NITF or
 * XHTML. Notes of the editors, which may hold private data, are never read.
 */
final class NewsMl {

  private static final Set<String> ITEMS =
      Set.of("newsItem", "packageItem", "knowledgeItem", "conceptItem", "planningItem");
  private static final Set<String> ROOTS =
      Set.of(
          "newsmessage", "newsitem", "packageitem", "knowledgeitem", "conceptitem", "planningitem");

  private NewsMl() {}

  /** {@return whether a content is NewsML-G2} */
  static boolean isRecognized(Head head) {
    return head.rootElement().filter(ROOTS::contains).isPresent();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) throws IOException {
    return new XmlRecords(input, ITEMS, NewsMl::convert);
  }

  private static ArticleRecord convert(XmlElement item, SourceInput input) {
    return notAnArticle(item)
        .map(reason -> ArticleRecord.skipped(input.source(), item.line(), reason))
        .orElseGet(() ->
            version(item)
                .of(
                    refusal(item, input).orElseGet(() -> article(item, input)),
                    input.options().dates()));
  }

  private static PrintedVersion version(XmlElement item) {
    return new PrintedVersion(item.attribute("version"), item.text("itemMeta", "versionCreated"));
  }

  private static ArticleRecord article(XmlElement item, SourceInput input) {
    ArticleFields fields = new ArticleFields();
    addMeta(item, input.options(), fields);
    addText(item, fields);
    return fields.has("text")
        ? fields.toRecord(input, item.line())
        : ArticleRecord.skipped(input.source(), item.line(), "a news item without a text");
  }

  private static Optional<String> notAnArticle(XmlElement item) {
    if (!item.name().equals("newsItem")) {
      return Optional.of("a " + item.name());
    }
    String itemClass = code(item, "itemMeta", "itemClass");
    return itemClass.isEmpty() || itemClass.equals("text") || itemClass.equals("composite")
        ? Optional.empty()
        : Optional.of("a news item of class " + itemClass);
  }

  private static Optional<ArticleRecord> refusal(XmlElement item, SourceInput input) {
    Optional<String> embargo = item.first("itemMeta", "embargoed").map(XmlElement::text);
    return new Release(code(item, "itemMeta", "pubStatus"), embargo)
        .refusal(
            input,
            item.line(),
            Optional.of(item.attribute("guid")).filter(guid -> !guid.isEmpty()),
            "a news item");
  }

  /** {@return the code of an element without the scheme, such as "usable" of "stat:usable"} */
  private static String code(XmlElement item, String... path) {
    String qcode = item.first(path).map(element -> element.attribute("qcode")).orElse("");
    return qcode.substring(qcode.indexOf(':') + 1);
  }

  private static void addMeta(XmlElement item, ReadOptions options, ArticleFields fields) {
    XmlElement itemMeta =
        item.first("itemMeta").orElseGet(() -> new XmlElement("itemMeta", item.line()));
    XmlElement contentMeta =
        item.first("contentMeta").orElseGet(() -> new XmlElement("contentMeta", item.line()));
    fields.add("id", item.attribute("guid"));
    fields.addDate(date(itemMeta, contentMeta));
    fields.add("title", headline(contentMeta));
    fields.add(
        "outlet", name(itemMeta, "provider").or(() -> name(contentMeta, "infoSource")).orElse(""));
    fields.add("authors", contentMeta.children("creator").stream().map(NewsMl::nameOf).toList());
    if (!fields.has("authors")) {
      fields.add("authors", Byline.names(contentMeta.text("by")));
    }
    String language =
        contentMeta
            .first("language")
            .map(element -> element.attribute("tag"))
            .filter(tag -> !tag.isEmpty())
            .orElseGet(() -> item.attribute("lang"));
    fields.add("language", LanguageName.tag(language).orElse(language));
    fields.add(
        "tags",
        List.of("keyword", "subject").stream()
            .flatMap(name -> contentMeta.children(name).stream())
            .map(NewsMl::nameOf)
            .distinct()
            .toList());
    if (itemMeta.first("embargoed").isPresent() && options.embargoTime().isEmpty()) {
      fields.unused("embargoed");
    }
    if (itemMeta.first("edNote").isPresent()) {
      fields.unused("edNote");
    }
  }

  private static String date(XmlElement itemMeta, XmlElement contentMeta) {
    for (String name : List.of("firstCreated", "versionCreated")) {
      if (!itemMeta.text(name).isEmpty()) {
        return itemMeta.text(name);
      }
    }
    String created = contentMeta.text("contentCreated");
    return created.isEmpty() ? contentMeta.text("contentModified") : created;
  }

  /** {@return the headline of the first rank} */
  private static String headline(XmlElement contentMeta) {
    List<XmlElement> headlines = contentMeta.children("headline");
    return headlines.stream()
        .filter(h -> h.attribute("rank").isEmpty() || h.attribute("rank").equals("1"))
        .findFirst()
        .or(() -> headlines.stream().findFirst())
        .map(XmlElement::text)
        .orElse("");
  }

  private static Optional<String> name(XmlElement meta, String child) {
    return meta.first(child).map(NewsMl::nameOf).filter(name -> !name.isEmpty());
  }

  /** {@return the name of a concept, or else its literal, or else its text} */
  private static String nameOf(XmlElement concept) {
    String name = concept.text("name");
    if (!name.isEmpty()) {
      return name;
    }
    return concept.attribute("literal").isEmpty() ? concept.text() : concept.attribute("literal");
  }

  private static void addText(XmlElement item, ArticleFields fields) {
    for (XmlElement content : item.children("contentSet")) {
      for (XmlElement part : content.children()) {
        if (fields.has("text")) {
          return;
        }
        Optional<XmlElement> nitf = part.first("nitf");
        if (nitf.isPresent()) {
          Nitf.addBody(nitf.get(), fields);
        } else if (part.name().equals("inlineXML")) {
          addXhtml(part, fields);
        } else if (part.name().equals("inlineData")) {
          fields.add("text", MarkupText.plain(raw(part)));
        }
      }
    }
  }

  private static void addXhtml(XmlElement part, ArticleFields fields) {
    Optional<XmlElement> main =
        part.all("section")
            .filter(section -> section.attribute("class").equals("main"))
            .findFirst()
            .or(() -> part.all("body").findFirst());
    List<String> paragraphs = XmlText.paragraphs(main.orElse(part));
    fields.add("text", String.join("\n\n", paragraphs));
    if (!fields.has("title")) {
      fields.add("title", part.all("h1").findFirst().map(XmlElement::text).orElse(""));
    }
  }

  private static String raw(XmlElement element) {
    StringBuilder text = new StringBuilder();
    element.content().stream().filter(String.class::isInstance).forEach(text::append);
    return text.toString().strip();
  }
}
