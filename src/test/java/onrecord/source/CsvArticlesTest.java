package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvArticlesTest {

  @TempDir Path folder;
  private ReadReport report =
      new ReadReport(
          0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Optional.empty());

  @Test
  void columnsAreFoundByTheirUsualNames() throws IOException {
    List<Article> articles =
        read(
            """
            Article ID,Headline,Date,Newspaper,Author,Full Text,URL,Tags,Words
            7,"Mill, reopened",2023-03-05,Lantern,Ada Holm; Bo Lind,"It ""opens"".

            It is old.",https://l.example/7,"mill, water",9
            8,Ferry,NA,Courier,,The ferry sails.,,,3
            """,
            ReadOptions.builder());

    Article first = articles.getFirst();
    assertThat(first.id()).isEqualTo("7");
    assertThat(first.title()).isEqualTo("Mill, reopened");
    assertThat(first.text()).isEqualTo("It \"opens\".\n\nIt is old.");
    assertThat(first.published()).contains(Published.parse("2023-03-05"));
    assertThat(first.outlet()).contains("Lantern");
    assertThat(first.authors()).containsExactly("Ada Holm", "Bo Lind");
    assertThat(first.url()).contains("https://l.example/7");
    assertThat(first.tags()).containsExactly("mill", "water");
    assertThat(articles.get(1).published()).isEmpty();
    assertThat(report.unusedFields()).isEqualTo(Map.of("Words", 2L));
    assertThat(report.missing()).containsEntry("published", 1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theSeparatorIsRecognized(String separator) throws IOException {
    List<Article> articles =
        read("title,text\r\nA,One\r\nB,Two\r\n".replace(",", separator), ReadOptions.builder());

    assertThat(articles).extracting(Article::text).containsExactly("One", "Two");
    assertThat(report.files()).containsOnlyKeys(ArticleFormat.TABLE);
  }

  @Test
  void utf16AndWindows1252AreRead() throws IOException {
    assertThat(read("\uFEFFtitle\ttext\nA\tMühle", UTF_16LE, ReadOptions.builder()))
        .extracting(Article::text)
        .containsExactly("Mühle");
    assertThat(
            read(
                "title;text\nA;Mühle „auf“",
                Charset.forName("windows-1252"),
                ReadOptions.builder()))
        .extracting(Article::text)
        .containsExactly("Mühle „auf“");
  }

  @Test
  void columnsCanBeSpecified() throws IOException {
    List<Article> articles =
        read(
            "Nr,Inhalt,Tag\n1,Die Mühle,17/07/2017\n",
            ReadOptions.builder()
                .fields(Map.of("text", "Inhalt", "published", "Tag"))
                .dates(DateOrder.DAY_MONTH_YEAR));

    assertThat(articles.getFirst().text()).isEqualTo("Die Mühle");
    assertThat(articles.getFirst().published()).contains(Published.parse("2017-07-17"));
  }

  @Test
  void anAmbiguousDateIsNotGuessedAndReported() throws IOException {
    List<Article> articles = read("text,date\nA,17/07/2017\nB,18/07/2017\n", ReadOptions.builder());

    assertThat(articles).extracting(Article::published).containsOnly(Optional.empty());
    assertThat(report.unreadDates()).isEqualTo(2);
    assertThat(report.unreadDate()).contains("17/07/2017");
  }

  @Test
  void aTableWithoutTextsIsRefusedWithItsColumns() throws IOException {
    assertThat(failures("title,date,n\nA,2020-01-01,1\n", ReadOptions.builder()))
        .containsExactly(
            ":1: there is no column with the text of the articles; the columns are title, date, n,"
                + " of which one can be specified as the text");
    assertThat(
            failures("title,text\nA,B\n", ReadOptions.builder().fields(Map.of("outlet", "Paper"))))
        .containsExactly(":1: there is no column 'Paper'; the columns are title, text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,title,text,date,notes\n1,Mill,\"It opens, today.\",2020-01-01\n",
        "id,title,text,date\n1,Mill,\"It opens, today.\",2020-01-01,\n",
        "id,title,text,date\r1,Mill,\"It opens, today.\",2020-01-01\r",
        "Body,Foo\n\"It opens, today.\",1\n",
        "text;title;date\n\"It opens, today.\";Mill\n",
        "title,text\nA 6\" nail,\"It opens, today.\"",
        ",text\r\n0,\"It opens, today.\"\r\n"
      })
  void tablesAreRecognizedWhoseRowsDifferInLength(String table) throws IOException {
    assertThat(read(table, ReadOptions.builder()))
        .extracting(Article::text)
        .containsExactly("It opens, today.");
    assertThat(report.files()).containsOnlyKeys(ArticleFormat.TABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Ada Holm; Bo Lind | Ada Holm / Bo Lind",
        "Holm, Ada | Holm, Ada",
        "By Ada Holm and Bo Lind | Ada Holm / Bo Lind",
        "BY: Ada Holm | Ada Holm",
        "Byron Lind | Byron Lind",
        "Ministry of Mills and Ferries | Ministry of Mills and Ferries",
        "['Ada Holm', 'Bo Lind'] | Ada Holm / Bo Lind",
        "['Ada Holm', \"Bo O'Lind\"] | Ada Holm / Bo O'Lind",
        "['Ada \\'Bo\\' Lind'] | Ada 'Bo' Lind",
        "['Holm, Ada', 'By'] | Holm, Ada / By",
        "[] | ``",
        "['Ada | ['Ada",
        "[Ada] | [Ada]",
        "[''] | ``"
      })
  void authorsMayBePrintedAsAList(String cell, String authors) throws IOException {
    String table = "title,text,authors\nMill,It opens.,\"" + cell.replace("\"", "\"\"") + "\"\n";

    assertThat(String.join(" / ", read(table, ReadOptions.builder()).getFirst().authors()))
        .isEqualTo(authors);
  }

  @Test
  void aTableWithoutKnownColumnsIsRefusedAndNotReadAsProse() throws IOException {
    String table = "Beitrag;Nr\n\"The mill reopens; it is old.\";1\n";

    assertThat(failures(table, ReadOptions.builder()))
        .containsExactly(
            ":1: there is no column with the text of the articles; the columns are Beitrag, Nr, of"
                + " which one can be specified as the text");
    assertThat(read(table, ReadOptions.builder().fields(Map.of("text", "Beitrag"))))
        .extracting(Article::text)
        .containsExactly("The mill reopens; it is old.");
  }

  @Test
  void brokenRowsAreReportedWithTheirLine() throws IOException {
    assertThat(failures("title,text\nA,One\nB,Two,three\nC,Three\n", ReadOptions.builder()))
        .containsExactly(":3: must have 2 fields, like the first line, but has 3");
    assertThat(report.articles()).isEqualTo(2);
    assertThat(failures("title,text\nA,One\nB,\"Two\nC,Three\n", ReadOptions.builder()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(":2: is followed by a row that is not valid: ");
    assertThat(report.articles()).isEqualTo(1);
  }

  @Test
  void theMetadataOfAFolderDescribesItsTexts() throws IOException {
    Reading.file(
        folder,
        "in/metadata.csv",
        "file,date,newspaper,title,genre\n"
            + "a.txt,2020-05-01,Lantern,The mill,news\nb,1 May 2021,Courier,,news\nc,2022-05-01,X,,\n");
    Reading.file(folder, "in/a.txt", "Mill\n\nIt opens.");
    Reading.file(folder, "in/b.txt", "Ferry\n\nIt sails.");
    Reading.file(folder, "in/d.txt", "Other\n\nNothing.");
    List<Article> articles = new ArrayList<>();

    try (ArticleReader reader = ArticleReader.open(List.of(folder.resolve("in")))) {
      while (reader.hasNext()) {
        articles.add(reader.next().article());
      }
      report = reader.report();
    }

    assertThat(articles).extracting(Article::id).containsExactly("a", "b", "d");
    assertThat(articles).extracting(Article::title).containsExactly("The mill", "Ferry", "Other");
    assertThat(articles)
        .extracting(article -> article.outlet().orElse(""))
        .containsExactly("Lantern", "Courier", "");
    assertThat(articles.get(1).published()).contains(Published.parse("2021-05-01"));
    assertThat(report.skipped())
        .isEqualTo(
            Map.of(
                "a row of metadata without a text", 1L,
                "a text without a row in its folder's metadata", 1L));
    assertThat(report.unusedFields()).isEqualTo(Map.of("genre", 2L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file,date,genre\na.txt,2020-05-01,news\n", "file\tdate\na\t2020-05-01\n"})
  void metadataMayHaveOneKnownColumn(String metadata) throws IOException {
    Reading.file(folder, "in/metadata.csv", metadata);
    Reading.file(folder, "in/a.txt", "Mill\n\nIt opens.");

    Article article = Reading.only(folder.resolve("in"));

    assertThat(article.id()).isEqualTo("a");
    assertThat(article.published()).contains(Published.parse("2020-05-01"));
  }

  @Test
  void theTableOfTrafilaturaHasNoNames() throws IOException {
    List<Article> articles =
        read(
            "https://l.example/a\tnull\tab12\tl.example\tMill\tnull\t2023-03-05\tIt opens.\tFirst!"
                + "\tnull\tarticle\n",
            ReadOptions.builder());

    assertThat(articles.getFirst().text()).isEqualTo("It opens.");
    assertThat(articles.getFirst().url()).contains("https://l.example/a");
    assertThat(articles.getFirst().outlet()).contains("l.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mill, he said, is old.\nIt opens, too.",
        "Title; or not\n\nText",
        "By date, the mill\nopens, today",
        "Mill|Ferry\nText",
        "Story, continued\n\"The mill,\" he said, \"is old, and it opens today at noon.\"",
        "Title, Author, Date\n\nThe mill opens.",
        "Mill, Ferry\n\"The mill opens today, and the ferry sails at noon,\" he said, she said"
      })
  void proseIsNoTable(String text) throws IOException {
    assertThat(read(text, ReadOptions.builder())).extracting(Article::text).containsExactly(text);
    assertThat(report.files()).containsOnlyKeys(ArticleFormat.PLAIN_TEXT);
  }

  private List<Article> read(String table, ReadOptions.Builder options) throws IOException {
    return read(table, UTF_8, options);
  }

  private List<Article> read(String table, Charset charset, ReadOptions.Builder options)
      throws IOException {
    List<Article> articles = new ArrayList<>();
    Path file = Files.write(folder.resolve("a.data"), table.getBytes(charset));
    try (ArticleReader reader = ArticleReader.open(List.of(file), options.build())) {
      while (reader.hasNext()) {
        articles.add(reader.next().article());
      }
      report = reader.report();
    }
    return articles;
  }

  private List<String> failures(String table, ReadOptions.Builder options) throws IOException {
    List<String> messages = new ArrayList<>();
    Path file = Files.write(folder.resolve("a.data"), table.getBytes(UTF_8));
    try (ArticleReader reader = ArticleReader.open(List.of(file), options.build())) {
      reader.forEachRemaining(record ->
          record
              .failure()
              .ifPresent(failure ->
                  messages.add(failure.getMessage().substring(file.toString().length()))));
      report = reader.report();
    }
    return messages;
  }
}
