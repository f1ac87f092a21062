package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import onrecord.model.KnownSpeaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSpeakerReaderTest {

  private static final KnownSpeaker ADA =
      KnownSpeaker.builder("Ada Holm, the younger")
          .aliases(List.of("Holm", "A. \"Mill\" Holm"))
          .id("Q7")
          .description("miller\nof Quay")
          .type(SpeakerType.PERSON)
          .build();
  private static final KnownSpeaker BOARD = KnownSpeaker.builder("Zürcher Board").build();

  @TempDir Path folder;

  @Test
  void readsCsvWithColumnsInAnyOrder() throws IOException {
    Path file =
        write(
            "list.csv",
            """
            \uFEFFID,born,Aliases,Name,Type,Description
            Q7,1980,"Holm | A. ""Mill"" Holm;","Ada Holm, the younger",person,"miller
            of Quay"

            ,,,Zürcher Board,,
            """);

    assertThat(KnownSpeakerReader.read(file)).containsExactly(ADA, BOARD);
  }

  @Test
  void readsJsonLines() throws IOException {
    String lines =
        """
        {"name": "Ada Holm, the younger", "aliases": ["Holm", "A. \\"Mill\\" Holm"], "id": "Q7", "born": 1980, "type": "PERSON", "description": "miller\\nof Quay"}

        {"name": "Zürcher Board", "aliases": [], "id": null}
        """;
    Path named = write("list.jsonl", lines);
    Path unnamed = write("list", lines);

    assertThat(KnownSpeakerReader.read(named)).containsExactly(ADA, BOARD);
    assertThat(KnownSpeakerReader.read(unnamed)).containsExactly(ADA, BOARD);
  }

  @Test
  void readsGzippedFiles() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("name\nZürcher Board\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("list.csv.gz"), bytes.toByteArray());

    assertThat(KnownSpeakerReader.read(file)).containsExactly(BOARD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f8b", "1f8b000000", "1f8b0800000000000003cb4b"})
  void aGzippedListThatIsDamagedIsTold(String bytes) throws IOException {
    Path file = Files.write(folder.resolve("list.csv"), HexFormat.of().parseHex(bytes));

    assertThatThrownBy(() -> KnownSpeakerReader.read(file))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessageStartingWith(file + ": is damaged or cut short: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          list.csv   ~ name,id\\nAda,Q1\\nBo,Q1           ~:3: id must be unique, with all aliases on one line, but 'Q1' is also the id of line 2
          list.csv   ~ name,id\\n"Ada\\nHolm",Q1\\n,Q2    ~:4: name is missing
          list.csv   ~ name;id\\nAda;Q1                   ~:1: the first line must name the columns, separated by commas and including 'name', but was 'name;id'
          list.csv   ~ name,id,name\\nAda,Q1,Ada          ~:1: column 'name' must not occur twice
          list.csv   ~ name,id\\nAda,Q1\\nBo,Q2,x         ~:3: must have 2 fields, like the first line, but has 3
          list.csv   ~ name,id\\nAda,Q1\\nBo              ~:3: must have 2 fields, like the first line, but has 1
          list.csv   ~ name,type\\nAda,UNNAMED            ~:2: type must be PERSON or ORGANIZATION, but was 'UNNAMED'
          list.csv   ~ name\\n                            ~: must contain known speakers, but is empty
          list.csv   ~ ''                                 ~: must contain known speakers, but is empty
          list.jsonl ~ {"name": "Ada"}\\n{"name": ["Bo"]} ~:2: name must be a string, but was a list
          list.jsonl ~ {"name": "Ada"}\\n\\n{"name": "B   ~:3: is not valid JSON at column
          list.jsonl ~ {"id": "Q1"}                       ~:1: name is missing
          list.jsonl ~ ["Ada"]                            ~:1: must be a JSON object, but starts with a list
          """)
  void faultIsToldWithItsFileAndLine(String name, String text, String message) throws IOException {
    Path file = write(name, text.replace("\\n", "\n"));

    assertThatThrownBy(() -> KnownSpeakerReader.read(file))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessageStartingWith(file + message);
  }

  @Test
  void openQuotationMarkIsToldWithTheLineOfTheRecordBefore() throws IOException {
    Path file = write("list.csv", "name,id\nAda,Q1\n\"Bo,Q2\n");

    assertThatThrownBy(() -> KnownSpeakerReader.read(file))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessageStartingWith(file + ":2: is followed by invalid CSV: ");
  }

  @Test
  void fileThatIsNotUtf8IsToldWithItsLine() throws IOException {
    Path file =
        Files.write(
            folder.resolve("list.csv"), "name\nZürcher\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> KnownSpeakerReader.read(file))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage(
            file
                + ":2: must be UTF-8, but byte 2 of the line is 0xFC, which is not; convert the"
                + " file, for example with 'iconv -f WINDOWS-1252 -t UTF-8'");
  }

  @Test
  void missingFileIsAnIoException() {
    Path file = folder.resolve("nowhere.csv");

    assertThatThrownBy(() -> KnownSpeakerReader.read(file)).isInstanceOf(NoSuchFileException.class);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
