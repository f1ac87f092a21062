package onrecord.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Converts documents of the Text Encoding Initiative (TEI P5). In the debates of parliaments, as
 * ParlaMint has them, each utterance is a quotation; the notes of the reporters are not part of it.
 */
final class Tei {

  private static final Pattern PART = Pattern.compile("\\s+");

  private Tei() {}

  /** {@return whether a content is TEI} */
  static boolean isRecognized(Head head) {
    return head.rootElement().filter(Set.of("tei", "teicorpus")::contains).isPresent();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) throws IOException {
    return new XmlRecords(input, Set.of("TEI"), Tei::convert);
  }

  private static ArticleRecord convert(XmlElement tei, SourceInput input) {
    ArticleFields fields = new ArticleFields();
    addHeader(tei, fields);
    XmlElement body =
        tei.first("text", "body")
            .or(() -> tei.first("text"))
            .orElseGet(() -> new XmlElement("body", tei.line()));
    TeiSpeech speech = new TeiSpeech(tei);
    fields.add("text", speech.text(body));
    return fields.has("text")
        ? fields.toRecord(input, tei.line(), speech::quotations)
        : ArticleRecord.skipped(input.source(), tei.line(), "a TEI document without a text");
  }

  private static void addHeader(XmlElement tei, ArticleFields fields) {
    XmlElement header =
        tei.first("teiHeader").orElseGet(() -> new XmlElement("teiHeader", tei.line()));
    fields.add("id", tei.attribute("id"));
    header
        .all("bibl")
        .flatMap(bibl -> bibl.children("idno").stream())
        .forEach(number -> {
          if (number.attribute("type").equals("URI")) {
            fields.add("url", number.text());
          } else if (!fields.has("id")) {
            fields.add("id", number.text());
          }
        });
    List<XmlElement> titles =
        header.first("fileDesc", "titleStmt").map(s -> s.children("title")).orElse(List.of());
    fields.add(
        "title",
        titles.stream()
            .filter(title -> title.attribute("lang").equals("en") && isMain(title))
            .findFirst()
            .or(() -> titles.stream().filter(Tei::isMain).findFirst())
            .map(XmlElement::text)
            .orElse(""));
    date(tei)
        .ifPresent(date ->
            fields.addDate(
                date.attribute("when").isEmpty() ? date.text() : date.attribute("when")));
    String language = PART.matcher(tei.attribute("lang")).replaceAll("");
    fields.add("language", LanguageName.tag(language).orElse(language));
    fields.add("outlet", outlet(tei, header));
    fields.add("section", section(header));
    fields.add("authors", titleAuthors(header));
    fields.add("tags", keywords(header));
  }

  /** {@return when the text was published: the date of its source, or else the first one} */
  static Optional<XmlElement> date(XmlElement tei) {
    return tei.first("teiHeader")
        .flatMap(header ->
            header
                .all("bibl")
                .flatMap(bibl -> bibl.all("date"))
                .findFirst()
                .or(() -> header.all("date").findFirst()));
  }

  private static List<String> keywords(XmlElement header) {
    return header
        .all("keywords")
        .flatMap(keywords -> keywords.all("term"))
        .map(XmlElement::text)
        .distinct()
        .toList();
  }

  /**
   * {@return where the text was published: the periodical of the source, or else the publisher, who
   * for the debates of a parliament is that of the corpus}
   */
  private static String outlet(XmlElement tei, XmlElement header) {
    Optional<XmlElement> periodical =
        header
            .all("bibl")
            .flatMap(bibl -> bibl.children("title").stream())
            .filter(title -> title.attribute("level").equals("j"))
            .findFirst();
    if (periodical.isPresent()) {
      return periodical.get().text();
    }
    return tei.all("u").findAny().isPresent()
        ? ""
        : header.text("fileDesc", "publicationStmt", "publisher");
  }

  private static String section(XmlElement header) {
    return header
        .all("bibl")
        .flatMap(bibl -> bibl.children("biblScope").stream())
        .filter(scope -> scope.attribute("unit").equals("section"))
        .findFirst()
        .map(XmlElement::text)
        .orElse("");
  }

  private static List<String> titleAuthors(XmlElement header) {
    return header
        .first("fileDesc", "titleStmt")
        .map(statement -> statement.children("author").stream().map(XmlElement::text).toList())
        .orElse(List.of());
  }

  private static boolean isMain(XmlElement title) {
    return title.attribute("type").isEmpty() || title.attribute("type").equals("main");
  }
}
