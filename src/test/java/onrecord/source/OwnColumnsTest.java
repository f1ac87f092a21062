package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns and fields of sources that become fields of the owner of an archive. */
class OwnColumnsTest {

  private static final List<OwnColumn> COLUMNS =
      Stream.of("country=name", "reach=number:Reach (print)", "filed=day", "note=text")
          .map(OwnColumn::parse)
          .toList();

  @TempDir Path folder;
  private ReadReport report;

  private List<Article> read(Path path) throws IOException {
    ReadOptions options = ReadOptions.builder().own(COLUMNS).build();
    List<Article> read = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(List.of(path), options)) {
      while (reader.hasNext()) {
        read.add(reader.next().article());
      }
      report = reader.report();
    }
    return read;
  }

  @Test
  void columnsOfATableBecomeFields() throws IOException {
    Path file =
        Reading.file(
            folder,
            "list.csv",
            """
            id,title,text,date,outlet,Country,reach (print),filed,note,Mood
            a,Mill,It opens.,2024-05-01,Lantern,Ireland|Northern Ireland,12000,2024-05-02,a; b,calm
            b,Ferry,It sails.,2024-05-02,Lantern,NA,many,2024-05,,
            """);

    List<Article> articles = read(file);

    assertThat(articles.get(0).fields())
        .isEqualTo(
            Fields.builder()
                .name("country", "Ireland")
                .name("country", "Northern Ireland")
                .number("reach", 12_000)
                .add("filed", new FieldValue(FieldType.DAY, "2024-05-02"))
                .add("note", FieldValue.text("a; b"))
                .build());
    assertThat(articles.get(1).fields()).isEqualTo(Fields.NONE);
    assertThat(report.unusedFields())
        .isEqualTo(Map.of("Mood", 1L, "Reach (print) (not a number)", 1L, "filed (not a day)", 1L));
    assertThat(report.missing())
        .isEqualTo(Map.of("country", 1L, "reach", 1L, "filed", 1L, "note", 1L));
  }

  @Test
  void fieldsOfJsonBecomeFields() throws IOException {
    Path file =
        Reading.file(
            folder,
            "list.jsonl",
            """
            {"id":"a","title":"Mill","text":"It opens.","date":"2024-05-01","outlet":"L","country":["Ireland; North",{"name":"Wales"},null],"Reach (print)":12000.0,"mood":"calm"}
            {"id":"b","title":"Ferry","text":"It sails.","date":"2024-05-01","outlet":"L","country":"none","reach (print)":[3,"x"],"note":"One; two"}
            """);

    List<Article> articles = read(file);

    assertThat(articles.get(0).fields())
        .isEqualTo(
            Fields.builder()
                .name("country", "Ireland; North")
                .name("country", "Wales")
                .number("reach", 12_000)
                .build());
    assertThat(articles.get(1).fields())
        .isEqualTo(
            Fields.builder().number("reach", 3).add("note", FieldValue.text("One; two")).build());
    assertThat(report.unusedFields())
        .isEqualTo(Map.of("mood", 1L, "Reach (print) (not a number)", 1L));
  }

  @Test
  void columnOfAFieldIsNotAComponentAsWell() throws IOException {
    Path file = Reading.file(folder, "list.csv", "id,text,section\na,It opens.,City\n");
    ReadOptions options =
        ReadOptions.builder().own(List.of(OwnColumn.parse("desk=name:Section"))).build();

    try (ArticleReader reader = ArticleReader.open(List.of(file), options)) {
      Article article = reader.next().article();

      assertThat(article.section()).isEmpty();
      assertThat(article.fields()).isEqualTo(Fields.builder().name("desk", "City").build());
    }
  }

  @Test
  void metadataOfAFolderGivesFields() throws IOException {
    Reading.file(folder, "texts/a.txt", "Mill\n\nIt opens.");
    Reading.file(folder, "texts/metadata.csv", "file,date,country\na.txt,2024-05-01,Ireland\n");

    assertThat(read(folder.resolve("texts")).getFirst().fields())
        .isEqualTo(Fields.builder().name("country", "Ireland").build());
  }

  @Test
  void columnsOfAListOfSpeakersBecomeTheirFields() throws IOException {
    Path csv =
        Reading.file(
            folder,
            "people.csv",
            "name,Gender,Born,Rank\nAda Holm,female,1961-03-04,2\nBo Lind,,,\n");
    Path json =
        Reading.file(
            folder,
            "people.jsonl",
            """
            {"name":"Ada Holm","gender":["female"],"born":"1961-03-04","rank":2,"empty":null}
            {"name":"Bo Lind","gender":null}
            """);
    List<OwnColumn> own = List.of(OwnColumn.parse("gender=name"), OwnColumn.parse("born=day"));
    Fields ofAda =
        Fields.builder()
            .name("gender", "female")
            .add("born", new FieldValue(FieldType.DAY, "1961-03-04"))
            .build();

    for (Path file : List.of(csv, json)) {
      KnownSpeakerList list = KnownSpeakerReader.read(file, own);

      assertThat(list.speakers()).extracting(s -> s.fields()).containsExactly(ofAda, Fields.NONE);
      assertThat(list.unusedFields()).containsExactly("rank");
    }
    assertThat(KnownSpeakerReader.read(json, List.of(OwnColumn.parse("rank=number"))).speakers())
        .first()
        .satisfies(
            s -> assertThat(s.fields()).isEqualTo(Fields.builder().number("rank", 2).build()));
  }

  @Test
  void valueOfAListOfSpeakersThatDoesNotFitIsAnErrorWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "name,born\nAda Holm,in 1961\n");

    assertThatThrownBy(() -> KnownSpeakerReader.read(file, List.of(OwnColumn.parse("born=day"))))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage(file + ":2: born: a day such as 2020-11-22 was expected, but was 'in 1961'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "party | a field must be NAME=TYPE or NAME=TYPE:COLUMN, but was 'party'",
        "party=list | the type of a field must be text, name, number or day, but was 'list'",
        "party=name: | name of the column for the field party must not be blank",
        "Party=name | name of a field must be at most 64 letters in lower case, digits and"
            + " underscores, start with a letter, and be none of exact, case, near and ordered, but was"
            + " 'Party'"
      })
  void columnThatIsNotValidIsRejected(String text, String message) {
    assertThatThrownBy(() -> OwnColumn.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void fieldIsSpecifiedOnce() {
    assertThatThrownBy(() ->
            ReadOptions.builder()
                .own(List.of(OwnColumn.parse("a=name"), OwnColumn.parse("a=number:b"))))
        .hasMessage("field a must be specified once, but was more than once");
  }
}
