package onrecord.schema;

import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Page;
import onrecord.query.Facet;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.Test;

/** Generates the reference of the index's fields from their declarations. */
class FieldsPageTest {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <!-- Generated from the declarations of the fields. -->
      <html lang="en">
      <head>
      <title>The fields of an archive</title>
      </head>
      <body>
      <h1>The fields of an archive</h1>
      <p>An archive is a folder with a Lucene index, which any program on Lucene can read. An article is a
      block of documents: one for each quotation, in the order of the text, followed by one for the
      article.</p>
      <p>"Stems" are words without regard to case, accents and English endings, "words" without regard to
      case and accents alone. Both are terms of one field at the same positions: a word that is its own stem
      is one term, and any other word is two terms, its stem after U+0001 and the word after U+0002. Until
      format 2, they are two fields, such as <code>quote</code> and <code>quote_exact</code>. A "name" is a single term, as printed; an unknown name is the term
      <code>(unknown)</code>, which is not stored. A stored text cannot contain an unpaired surrogate: it is
      read back as U+FFFD.</p>
      <p>Values are stored in the document of the article. The field <code>text</code> has its id, its title,
      when it was published, its outlet, its section, its authors, its address, its language and its tags, each
      as a text, which is empty if there is none, or a list, and then its text in UTF-8, compressed with
      DEFLATE. If that is more than 16,384 bytes, it is stored, and otherwise it is a doc value. What is read back of a quotation is in its <code>parts</code>, and its words are a
      part of the text of the article. The parts begin with bits of what is present, and a byte with four
      times the kind (DIRECT, MIXED, INDIRECT) plus the type of the speaker (PERSON, ORGANIZATION, UNNAMED,
      UNKNOWN), each counted from 0. There follow the runs of the quotation and the sentences with them, and
      in format 4 the name of the speaker and the rule, which are doc values alone since format 5; then, if the bits 1, 2 and so on say so, the mention, the cue, the
      confidence in thousandths (if bit 4 is not set, as the eight bytes of a double, the lowest first), the
      names that it is about, the description of the speaker, the expression of the date with the date, if it
      is known, the identifier of the speaker, the printed name, and the id, if it is not that of the article
      with <code>#</code> and the start of the first run. Numbers are groups of seven bits, the lowest first;
      the eighth bit is set if another group follows. A list begins with its length, a text with its length in
      bytes of UTF-8. A span has the distance of its start from the end of the span before it, in UTF-16 code
      units, doubled if it is not negative, else doubled without the sign, less one; and its length. The last
      four bytes are the CRC-32C of the others and, since format 5, of the name of the speaker and the rule in
      UTF-8, each after the byte 255. Until
      format 3, each document stores all values, spans as <code>start-end</code>.</p>
      <p>The sentences that contain a quotation are searched by the words of its article: the
      <code>sentence_words</code> of an article have the number of its quotations, and for each of them one or
      more ranges of words. A range has the distance of its first word from that of the range before it, doubled
      as in a span and then doubled again, plus one if another range of the quotation follows; and the number of
      its words. Where a sentence begins or ends within a word of the article, as after "early.But", the range
      has no words, and the document of the quotation has the words of the sentence. Until format 4, each
      quotation has them.</p>
      <p>Fields that the owner of the archive has added are listed by <code>onrecord info</code>. The values
      of <code>article.country</code>, if it is a name, are in <code>article_name.country</code> as whole
      names with doc values, and their words in <code>article_name_words.country</code>; so they are of
      <code>speaker</code> and <code>quotation</code>. A number or a day is in <code>article_number.reach</code> or
      <code>article_day.filed</code> in its text form, and in <code>article_number_order.reach</code> or
      <code>article_day_order.filed</code> as a number, a day as 20201122. A text is in
      <code>article_text.summary</code>, which is stored, and <code>article_text_terms.summary</code>, with
      words and stems, in the document of the article alone. Fields of articles are in all documents,
      those of quotations and of their speakers in the documents of quotations; a missing value has no field.</p>
      <p>When an article came in is, since format 4, in points of all documents of its block:
      <code>commit</code>, the number of the commit that contained this version of the article first, and
      <code>added_day</code>, the day, in Universal Time, on which the article was added, as 20201122. The
      document of the article has doc values as well: <code>arrival_added</code> and
      <code>arrival_changed</code>, the times in milliseconds since 1970, <code>arrival_commit</code>, the
      number, and <code>arrival_content</code>, a hash of the article and of quotations that were given.
      Articles that were added before there were these fields lack them. The number of the last commit is
      in its user data, as <code>onrecord.commits</code>.</p>
      <p>The annotations on the quotations of an article are in its document, in <code>annotations</code>,
      which is stored: the number 1; the passages that were annotated, each with a number that passages of
      one quotation share, the id of the quotation, its runs, the words of each run, the text before and
      after it, and the id of the quotation that is there now, if one is; the annotations in the order in
      which they were added, each with the index of its passage, 0 and the field and its values or 1 and the
      speaker, the coder and the day; what they have replaced in quotations; and the CRC-32C of all that.
      Numbers, texts and lists are as in <code>parts</code>, and what is not given is an empty list. An article
      with annotations has the term <code>any</code> in <code>annotated</code>, and the term
      <code>detached</code> if no quotation is at a passage; and for each label a term in a field such as
      <code>quotation_name_declared.stance</code>, which keeps its type.</p>
      """;

  private static final String FOOT =
      """
      </body>
      </html>
      """;

  @Test
  void pageListsTheFieldsAsTheyAreDeclared() throws IOException {
    String page =
        HEAD
            + table("Fields of all documents", f -> f.isOfArticles() && f.isOfQuotations())
            + table("Fields of the documents of quotations", f -> !f.isOfArticles())
            + table("Fields of the documents of articles", f -> !f.isOfQuotations())
            + FOOT;

    Page.assertGenerated("index-fields.html", page);
  }

  private static String table(String caption, Predicate<IndexField> fields) {
    return """
    <table>
    <caption>%s</caption>
    <thead>
    <tr><th scope="col">Field</th><th scope="col">Contents</th><th scope="col">Searched by</th>\
    <th scope="col">Doc values</th><th scope="col">Stored</th><th scope="col">Facet</th>\
    <th scope="col">Order</th><th scope="col">Since format</th></tr>
    </thead>
    <tbody>
    %s</tbody>
    </table>
    """
        .formatted(
            caption,
            Stream.of(IndexField.values())
                .filter(fields)
                .flatMap(FieldsPageTest::rows)
                .collect(Collectors.joining()));
  }

  private static Stream<String> rows(IndexField field) {
    Layout layout = field.layout();
    String row =
        row(
            field.field(),
            field.description(),
            field.isText() ? "" : layout.terms().toString(),
            layout.values().toString(),
            field.isStored() ? "in articles" : field.isInParts() ? "in parts" : "",
            names(Facet.Standard.values(), facet -> IndexField.of(facet).countedIn() == field),
            names(
                SortOrder.values(), order -> field.field().equals(IndexField.of(order).getField())),
            field.since());
    if (field.isText()) {
      String terms = words(field.terms(), field, "words and stems", IndexField.TERMS_SINCE);
      return field.isIndexed() || field.isInParts() ? Stream.of(row, terms) : Stream.of(terms);
    }
    return field.hasWords()
        ? Stream.of(row, words(field.words(), field, "words", layout.words()))
        : Stream.of(row);
  }

  private static String words(String name, IndexField field, String terms, int since) {
    String contents = "the " + terms + " of " + field.field() + place(field);
    return row(name, contents, terms, "", "", "", "", since);
  }

  private static String place(IndexField field) {
    return field.isText() && field.isOfArticles() && field.isOfQuotations()
        ? ", in the document of the article alone"
        : field == IndexField.SENTENCE ? ": " + field.description() : "";
  }

  private static String row(
      String field,
      String description,
      String terms,
      String values,
      String stored,
      String facets,
      String orders,
      int since) {
    return "<tr><th scope=\"row\">"
        + List.of(
                "<code>" + field + "</code></th><td>" + description(description),
                terms,
                values,
                stored,
                facets,
                orders,
                String.valueOf(since))
            .stream()
            .collect(Collectors.joining("</td><td>"))
        + "</td></tr>\n";
  }

  private static String description(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  private static <E extends Enum<E>> String names(E[] values, Predicate<E> chosen) {
    return Stream.of(values)
        .filter(chosen)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
