package onrecord.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Converts articles in NITF, the News Industry Text Format of the IPTC, as the New York Times
 * Annotated Corpus has them.
 */
final class Nitf {

  private static final String LEAD = "LEAD:";
  private static final int VERSION_DIGITS = 3;
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern OF_GENERATION = Pattern.compile("\\d{1,3}");

  private Nitf() {}

  /** {@return whether a content is NITF} */
  static boolean isRecognized(Head head) {
    return head.rootElement().filter("nitf"::equals).isPresent();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) throws IOException {
    return new XmlRecords(input, Set.of("nitf"), Nitf::convert);
  }

  private static ArticleRecord convert(XmlElement nitf, SourceInput input) {
    return withdrawalOfOther(nitf, input)
        .orElseGet(() ->
            version(nitf)
                .of(
                    refusal(nitf, input).orElseGet(() -> article(nitf, input)),
                    input.options().dates()));
  }

  private static ArticleRecord article(XmlElement nitf, SourceInput input) {
    ArticleFields fields = new ArticleFields();
    addHead(nitf, fields);
    addBody(nitf, fields);
    return fields.toRecord(input, nitf.line());
  }

  /** A version is one of its generation, if both are numbers. */
  private static PrintedVersion version(XmlElement nitf) {
    XmlElement key = data(nitf).first("du-key").orElseGet(() -> new XmlElement("du-key", 0));
    String generation = key.attribute("generation").strip();
    String version = key.attribute("version").strip();
    boolean both =
        SHORT_NUMBER.matcher(generation).matches() && OF_GENERATION.matcher(version).matches();
    return new PrintedVersion(
        both
            ? generation + "0".repeat(VERSION_DIGITS - version.length()) + version
            : version.isEmpty() ? generation : version,
        "");
  }

  private static XmlElement data(XmlElement nitf) {
    return nitf.first("head", "docdata").orElseGet(() -> new XmlElement("docdata", nitf.line()));
  }

  /** {@return the withdrawal of an item that this one refers to, and that is not its article} */
  private static Optional<ArticleRecord> withdrawalOfOther(XmlElement nitf, SourceInput input) {
    XmlElement data = data(nitf);
    return nonEmpty(data.attribute("management-doc-idref"))
        .filter(id ->
            new Release(data.attribute("management-idref-status"), Optional.empty()).isCanceled())
        .map(id -> ArticleRecord.withdrawn(input.source(), nitf.line(), id));
  }

  private static Optional<ArticleRecord> refusal(XmlElement nitf, SourceInput input) {
    XmlElement data = data(nitf);
    return new Release(
            data.attribute("management-status"),
            data.first("date.release").flatMap(date -> nonEmpty(date.attribute("norm"))))
        .refusal(
            input,
            nitf.line(),
            data.first("doc-id").flatMap(id -> nonEmpty(id.attribute("id-string"))),
            "a news item");
  }

  private static Optional<String> nonEmpty(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  /** Adds what the body of NITF says, which may be part of another format. */
  static void addBody(XmlElement nitf, ArticleFields fields) {
    Optional<XmlElement> bodyHead = nitf.first("body", "body.head");
    String headline =
        bodyHead
            .flatMap(head -> head.all("hl1").findFirst())
            .or(() -> bodyHead.flatMap(head -> head.all("hedline").findFirst()))
            .map(XmlElement::text)
            .orElse("");
    addIfMissing("title", headline.isEmpty() ? nitf.text("head", "title") : headline, fields);
    List<XmlElement> bylines = bodyHead.map(head -> head.all("byline").toList()).orElse(List.of());
    byline(bylines)
        .ifPresent(line -> {
          if (!fields.has("authors")) {
            fields.add("authors", Byline.names(line));
          }
        });
    nitf.first("body", "body.content")
        .map(Nitf::text)
        .filter(text -> !text.isBlank())
        .ifPresent(text -> fields.add("text", text));
    if (bodyHead.flatMap(head -> head.first("abstract")).isPresent()) {
      fields.unused("abstract");
    }
  }

  private static Optional<String> byline(List<XmlElement> bylines) {
    return bylines.stream()
        .filter(line -> line.attribute("class").equals("print_byline"))
        .findFirst()
        .or(() -> bylines.stream().findFirst())
        .map(line -> {
          Optional<XmlElement> person = line.first("person");
          return person.map(XmlElement::text).orElseGet(() -> ownText(line));
        })
        .filter(line -> !line.isBlank());
  }

  /** {@return the text of a byline without the title of the author} */
  private static String ownText(XmlElement line) {
    XmlElement own = new XmlElement(line.name(), line.line());
    for (Object part : line.content()) {
      if (part instanceof XmlElement child) {
        if (!child.name().equals("byttl")) {
          own.append(child);
        }
      } else {
        own.append((String) part);
      }
    }
    return own.text();
  }

  /** The full text alone, where the lead paragraph is repeated. */
  private static String text(XmlElement content) {
    List<XmlElement> full =
        content.children("block").stream()
            .filter(block -> block.attribute("class").equals("full_text"))
            .toList();
    List<String> paragraphs = new ArrayList<>();
    if (full.isEmpty()) {
      paragraphs.addAll(XmlText.paragraphs(content));
    } else {
      full.forEach(block -> paragraphs.addAll(XmlText.paragraphs(block)));
    }
    return String.join("\n\n", withoutLeadLabel(paragraphs));
  }

  /** The first paragraph may be labeled as the lead, and then be repeated without the label. */
  private static List<String> withoutLeadLabel(List<String> paragraphs) {
    if (paragraphs.isEmpty() || !paragraphs.getFirst().startsWith(LEAD)) {
      return paragraphs;
    }
    String lead = paragraphs.getFirst().substring(LEAD.length()).strip();
    List<String> rest = paragraphs.subList(1, paragraphs.size());
    if (lead.isEmpty() || (!rest.isEmpty() && rest.getFirst().equals(lead))) {
      return rest;
    }
    return Stream.concat(Stream.of(lead), rest.stream()).toList();
  }

  private static void addHead(XmlElement nitf, ArticleFields fields) {
    XmlElement head = nitf.first("head").orElseGet(() -> new XmlElement("head", nitf.line()));
    XmlElement data = head.first("docdata").orElseGet(() -> new XmlElement("docdata", nitf.line()));
    fields.add("id", data.first("doc-id").map(id -> id.attribute("id-string")).orElse(""));
    fields.addDate(date(head, data));
    Optional<XmlElement> publication = head.first("pubdata");
    String outlet = publication.map(p -> p.attribute("name")).orElse("");
    fields.add(
        "outlet",
        outlet.isEmpty()
            ? data.first("doc.copyright").map(c -> c.attribute("holder")).orElse("")
            : outlet);
    fields.add("url", publication.map(p -> p.attribute("ex-ref")).orElse(""));
    addMeta(head, fields);
    String language =
        nitf.attribute("lang").isEmpty()
            ? nitf.first("body").map(body -> body.attribute("lang")).orElse("")
            : nitf.attribute("lang");
    fields.add("language", LanguageName.tag(language).orElse(language));
    List<String> tags =
        data.all("classifier")
            .filter(c -> c.attribute("type").toLowerCase(Locale.ROOT).contains("descriptor"))
            .map(XmlElement::text)
            .distinct()
            .toList();
    fields.add(
        "tags", tags.isEmpty() ? data.all("keyword").map(k -> k.attribute("key")).toList() : tags);
  }

  private static void addMeta(XmlElement head, ArticleFields fields) {
    Set<String> used =
        Set.of(
            "publication_day_of_month",
            "publication_month",
            "publication_year",
            "publication_day_of_week",
            "online_sections");
    for (XmlElement meta : head.children("meta")) {
      String name = meta.attribute("name");
      if (name.equals("online_sections")) {
        addIfMissing("section", meta.attribute("content"), fields);
      } else if (!used.contains(name) && !meta.attribute("content").isEmpty()) {
        fields.unused(name);
      }
    }
  }

  private static String date(XmlElement head, XmlElement data) {
    String published = head.first("pubdata").map(p -> p.attribute("date.publication")).orElse("");
    if (!published.isEmpty()) {
      return published;
    }
    String year = meta(head, "publication_year");
    String month = meta(head, "publication_month");
    String day = meta(head, "publication_day_of_month");
    if (!year.isEmpty() && !month.isEmpty() && !day.isEmpty()) {
      return year + "/" + month + "/" + day;
    }
    return data.first("date.issue")
        .or(() -> data.first("date.release"))
        .map(d -> d.attribute("norm"))
        .orElse("");
  }

  private static String meta(XmlElement head, String name) {
    return head.children("meta").stream()
        .filter(meta -> meta.attribute("name").equals(name))
        .map(meta -> meta.attribute("content"))
        .findFirst()
        .orElse("");
  }

  private static void addIfMissing(String name, String value, ArticleFields fields) {
    if (!fields.has(name)) {
      fields.add(name, value);
    }
  }
}
