package onrecord.source;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts documents of the Text Encoding Initiative (TEI P5). In the debates of parliaments, as
 * ParlaMint has them, each utterance is a quotation; the notes of the reporters are not part of it.
 */
final class Tei {

  private static final String INCLUDE = "include";
  private static final Pattern PART = Pattern.compile("\\s+");

  private Tei() {}

  /** {@return whether a content is TEI} */
  static boolean isRecognized(Head head) {
    return head.rootElement().filter(Set.of("tei", "teicorpus")::contains).isPresent();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) throws IOException {
    RecordSource documents = new XmlRecords(input, ImmutableSet.of("TEI", INCLUDE), Tei::convert);
    return input
        .lists()
        .<RecordSource>map(near -> new WithFailures(documents, near))
        .orElse(documents);
  }

  /**
   * The documents of a file, after each the failures of the lists that it refers to.
   *
   * @param documents the documents
   * @param near their lists
   */
  private record WithFailures(RecordSource documents, TeiLists.Near near) implements RecordSource {
    @Override
    public @Nullable ArticleRecord next() throws IOException {
      ArticleRecord failure = near.nextFailure();
      return failure == null ? documents.next() : failure;
    }

    @Override
    public void close() throws IOException {
      documents.close();
    }
  }

  private static ArticleRecord convert(XmlElement tei, SourceInput input) {
    if (tei.name().equals(INCLUDE)) {
      return ArticleRecord.skipped(
          input.source(), tei.line(), "a reference of a TEI corpus to another file");
    }
    ArticleFields fields = new ArticleFields();
    addHeader(tei, fields);
    XmlElement body =
        tei.first("text", "body")
            .or(() -> tei.first("text"))
            .orElseGet(() -> new XmlElement("body", tei.line()));
    TeiPeople listed = input.lists().map(near -> near.of(tei)).orElseGet(TeiPeople::new);
    TeiSpeech speech =
        new TeiSpeech(
            new TeiPeople(tei, listed), date(tei).map(date -> date.attribute("when")).orElse(""));
    fields.add("text", speech.text(body));
    if (speech.hasUnlistedSpeakers()) {
      fields.missing("list of all speakers");
    }
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
  private static Optional<XmlElement> date(XmlElement tei) {
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
